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
    [InlineData("400-820-8820", "400-820-8820")]
    [InlineData("4008208820", "400-820-8820")]
    [InlineData("400 8208 820", "400-820-8820")]
    [InlineData("400-820-8820转8", "400-820-8820-8")]
    [InlineData("800-820-8820", "800-820-8820")]
    [InlineData("95588", "95588")]
    [InlineData("138-0000-0000", "13800000000")]
    [InlineData("138.0000.0000", "13800000000")]
    [InlineData("8613800000000", "13800000000")]
    [InlineData("0086 138 0000 0000", "13800000000")]
    [InlineData("+86-21-59150000", "021-59150000")]
    [InlineData("+86 (21) 5915 0000", "021-59150000")]
    [InlineData("+86 (0)21 5915 0000", "021-59150000")]
    [InlineData("86-21-59150000", "021-59150000")]
    [InlineData("021-5915-0000", "021-59150000")]
    [InlineData("021\u00a059150000", "021-59150000")]
    [InlineData("021–59150000", "021-59150000")]
    [InlineData("021‑59150000", "021-59150000")]
    [InlineData("021－59150000—801", "021-59150000-801")]
    [InlineData("021-59150000 分机：801", "021-59150000-801")]
    [InlineData("021-59150000 ext. 801", "021-59150000-801")]
    [InlineData("\u202d13800000000\u202c", "13800000000")]
    [InlineData("\u200e+86 138\u200b0000 0000\ufeff", "13800000000")]
    public void Normalise_WhenNumberOfTheMainland_IsValidInOneForm(string typed, string kept)
    {
        Assert.True(PhoneNumber.IsValid(typed));
        Assert.Equal(kept, PhoneNumber.Normalise(typed));
        Assert.Equal(kept, PhoneNumber.Normalise(kept)); // what is kept is taken again
        Assert.True(kept.Length <= PhoneNumber.Longest);
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
    [InlineData("\u202d\u202c")]
    [InlineData("400-820-88200")]
    [InlineData("86138000000")]
    [InlineData("8659150000")]
    [InlineData("")]
    public void IsValid_WhenNoSuchNumber_IsFalse(string typed) => Assert.False(PhoneNumber.IsValid(typed));
}
