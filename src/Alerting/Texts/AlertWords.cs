using System.Globalization;
using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>What templates may say about a declaration: the names in them, in one language.</summary>
internal sealed record AlertWords
{
    private readonly Declaration _declaration;
    private readonly DateTimeOffset _seenFrom;
    private readonly DateTimeOffset _from;
    private readonly string _issuer;
    private readonly string _code;

    private AlertWords(Declaration declaration, string issuer)
    {
        if (declaration is not { State: DeclarationState.Approved, EffectiveFrom: { } from, Code: { } code })
            throw new ArgumentException($"Declaration {declaration.Id} is not approved, so there is nothing to tell.", nameof(declaration));
        (_declaration, _issuer, _code, _from) = (declaration, issuer, code, from);
        _seenFrom = declaration.Decision?.At ?? from;
    }

    public Scope Scope => _declaration.Scope;

    public DeclarationKind Kind => _declaration.Kind;

    public static AlertWords Of(Declaration declaration, string issuer) => new(declaration, issuer);

    public Marks MarksIn(Language language) => Marks.Of(_declaration.Status, language);

    /// <summary>What every text begins with.</summary>
    public string MarkIn(Language language) => MarksIn(language).Start + KindMarks.Of(_declaration, language);

    /// <summary>The same in fewer words, for a text message without room.</summary>
    public string BriefMarkIn(Language language) => MarksIn(language).BriefStart + KindMarks.Brief(_declaration, language);

    /// <summary>How a declaration that follows another explains itself; empty for one that sets a level.</summary>
    public string NoteIn(Language language) => _declaration.Original is { } original
        ? Templates.Current.Render($"email.note.{Names.Of(_declaration.Kind)}.{Names.Of(language)}", Note(original, language))
        : "";

    /// <summary>What every text says; fresh, for the caller to add to.</summary>
    public Dictionary<string, object> In(Language language) => new()
    {
        ["issuer"] = _issuer,
        ["mark"] = MarkIn(language),
        ["level"] = ((int)_declaration.Level).ToString(CultureInfo.InvariantCulture),
        ["levelName"] = LevelScale.NameOf(_declaration.Level).In(language),
        ["scope"] = ScopeNames.Plain(Scope, language),
        // A start that is there already needs no words.
        ["from"] = _from > _seenFrom ? Moments.Short(_from, _seenFrom, language) : "",
        ["until"] = _declaration.Until is { } until ? Moments.Short(until, _seenFrom, language) : "",
        ["code"] = _code,
    };

    /// <summary>What there is room for in an email only.</summary>
    public Dictionary<string, object> InFull(Language language) => new(In(language))
    {
        ["meaning"] = LevelScale.MeaningOf(_declaration.Level).In(language),
        ["scopeFull"] = ScopeNames.Full(Scope, language),
        ["fromLong"] = Moments.Long(_from, language),
        ["untilLong"] = _declaration.Until is { } until ? Moments.Long(until, language) : "",
        ["reason"] = CleanText.Paragraphs(_declaration.Reason.In(language)),
        ["dtn"] = _declaration.Dtn is { } dtn ? Source(dtn) : "",
        ["id"] = _declaration.Id.Value,
    };

    private Dictionary<string, object> Note(OriginalStatement original, Language language) => new(In(language))
    {
        ["originalId"] = original.Id.Value,
        ["originalCode"] = original.Code,
        ["originalLevel"] = ((int)original.Level).ToString(CultureInfo.InvariantCulture),
        ["originalLevelName"] = LevelScale.NameOf(original.Level).In(language),
        ["originalUntil"] = original.Until is { } until ? Moments.Long(until, language) : "",
    };

    /// <summary>What a voice says; fresh.</summary>
    public Dictionary<string, object> Spoken(Language language) => new()
    {
        ["mark"] = MarksIn(language).Spoken,
        ["extended"] = _declaration.Kind == DeclarationKind.Extend,
        ["corrected"] = _declaration.Kind == DeclarationKind.Correct,
        ["level"] = SpokenNumbers.Of((int)_declaration.Level, language),
        ["levelName"] = LevelScale.NameOf(_declaration.Level).In(language),
        ["scope"] = ScopeNames.Full(Scope, language),
        ["from"] = _from > _seenFrom ? SpokenMoments.Of(_from, _seenFrom, language) : "",
        ["until"] = _declaration.Until is { } until ? SpokenMoments.Of(until, _seenFrom, language) : "",
    };

    private static string Source(Dtn dtn)
    {
        var label = CleanText.Line($"DTN {dtn.Label}");
        return dtn.Reference is null ? label : $"{label} ({CleanText.Line(dtn.Reference)})";
    }
}
