namespace ServicePackage.Web.Layout;

/// <summary>The texts of the frame, of shared parts and of the pages beside any feature.</summary>
public sealed class FrameTexts;
