using CsCheck;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Enterprises;

public sealed class CreditCodeTests
{
    private static readonly Gen<char> Character = Gen.Char[CreditCode.Alphabet];

    /// <summary>Any code the standard allows: two characters, six digits of a region, nine characters, the check character.</summary>
    private static readonly Gen<string> Code =
        from head in Gen.String[Character, 2, 2]
        from region in Gen.String[Gen.Char['0', '9'], 6, 6]
        from body in Gen.String[Character, 9, 9]
        select head + region + body + CreditCode.CheckCharacterOf(head + region + body);

    [Theory]
    [InlineData("91310000132260250X")]
    [InlineData("914403001922038216")]
    [InlineData("91440300192317458F")]
    [InlineData("91350900587527783P")]
    [InlineData("91100000100003962T")]
    [InlineData("91330100799655058B")]
    [InlineData("9144030010001686XA")]
    [InlineData("911100001000044477")]
    [InlineData("911100001011016602")]
    [InlineData("9132070070404786XB")]
    public void FaultOf_WhenCodeIsReal_IsNone(string code) => Assert.Equal(CreditCodeFault.None, CreditCode.FaultOf(code));

    [Theory]
    [InlineData("91310000132260250Y", CreditCodeFault.CheckCharacter)]
    [InlineData("91440300192203821Y", CreditCodeFault.CheckCharacter)]
    [InlineData("911000001000044477", CreditCodeFault.CheckCharacter)]
    [InlineData("91310000MA1FL01X9G", CreditCodeFault.CheckCharacter)]
    [InlineData("91310000132260205X", CreditCodeFault.CheckCharacter)]
    [InlineData("9131000013226025OX", CreditCodeFault.Character)]
    [InlineData("9131000O132260250X", CreditCodeFault.Character)]
    [InlineData("9131A000132260250X", CreditCodeFault.Character)]
    [InlineData("9131000013226025𠮷", CreditCodeFault.Character)]
    [InlineData("9131000013226025X", CreditCodeFault.Length)]
    [InlineData("91310000132260250X0", CreditCodeFault.Length)]
    [InlineData("", CreditCodeFault.Length)]
    public void FaultOf_WhenCodeIsWrong_SaysWhy(string code, CreditCodeFault fault) => Assert.Equal(fault, CreditCode.FaultOf(code));

    [Theory]
    [InlineData("  91310000132260250x\t", "91310000132260250X")]
    [InlineData("９１３１００００１３２２６０２５０Ｘ", "91310000132260250X")]
    [InlineData("　91310000132260250X　", "91310000132260250X")]
    [InlineData("9131000013226025oX", "9131000013226025OX")]
    [InlineData("91310000132260250X\u200b", "91310000132260250X")]
    [InlineData("\ufeff9131 0000\u00a01322 6025 0X", "91310000132260250X")]
    [InlineData(null, "")]
    public void Normalise_WhenTypedByHand_KeepsEveryLetter(string? typed, string kept) => Assert.Equal(kept, CreditCode.Normalise(typed));

    [Fact]
    public void CheckCharacterOf_WhenSumIsAMultipleOf31_IsZero()
    {
        var zero = Enumerable.Range(0, 10_000)
            .Select(n => $"91000000{n:D9}")
            .First(body => body.Select((c, i) => CreditCode.Alphabet.IndexOf(c, StringComparison.Ordinal) * Power(3, i)).Sum() % 31 == 0);

        Assert.Equal('0', CreditCode.CheckCharacterOf(zero));
        Assert.Equal(CreditCodeFault.None, CreditCode.FaultOf(zero + "0"));
    }

    [Fact]
    public void FaultOf_WhenCodeFollowsTheStandard_IsNone() =>
        Code.Sample(code => CreditCode.FaultOf(code) == CreditCodeFault.None);

    [Fact]
    public void FaultOf_WhenOneCharacterIsChanged_IsNeverNone() =>
        Gen.Select(Code, Gen.Int[0, CreditCode.Length - 1], Character).Sample((code, at, wrong) =>
            code[at] == wrong || CreditCode.FaultOf(code[..at] + wrong + code[(at + 1)..]) != CreditCodeFault.None);

    [Fact]
    public void FaultOf_WhenTwoCharactersChangePlaces_IsNoneOnlyForTheFirstAndTheLast() =>
        Gen.Select(Code, Gen.Int[0, CreditCode.Length - 1], Gen.Int[0, CreditCode.Length - 1]).Sample((code, one, other) =>
        {
            var swapped = code.ToCharArray();
            (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
            var unseen = code[one] == code[other] || Math.Abs(one - other) == CreditCode.Length - 1; // both weigh 1 in the standard
            return CreditCode.FaultOf(new string(swapped)) == CreditCodeFault.None == unseen;
        });

    [Fact]
    public void FaultOf_WhenAnythingIsTyped_NeverThrows() =>
        Gen.String.Sample(text => CreditCode.FaultOf(CreditCode.Normalise(text)) is var _);

    private static int Power(int number, int exponent) => Enumerable.Range(0, exponent).Aggregate(1, (power, _) => power * number % 31);
}
