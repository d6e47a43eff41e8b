using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData(" 138 1234 5678 ", "13812345678")]
    [InlineData("+86 13812345678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("021-59150000", "021-59150000")]
    [InlineData("02159150000", "021-59150000")]
    [InlineData("(021)59150000", "021-59150000")]
    [InlineData("（021）59150000转801", "021-59150000-801")]
    [InlineData("0512-53530000-8", "0512-53530000-8")]
    public void Normalise_WhenNumberOfTheMainland_IsValidInOneForm(string typed, string kept)
    {
        Assert.True(PhoneNumber.IsValid(typed));
        Assert.Equal(kept, PhoneNumber.Normalise(typed));
    }

    [Theory]
    [InlineData("59150000")]
    [InlineData("12812345678")]
    [InlineData("1381234567")]
    [InlineData("138123456789")]
    [InlineData("021-5915000")]
    [InlineData("021-59150000-1234567")]
    [InlineData("0215915000a")]
    [InlineData("电话")]
    [InlineData("13812345678\n13812345679")]
    [InlineData("+1 212 555 0100")]
    [InlineData("")]
    public void IsValid_WhenNoSuchNumber_IsFalse(string typed) => Assert.False(PhoneNumber.IsValid(typed));
}
