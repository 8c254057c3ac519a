using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerting.Adapters;

/// <summary>Binds a section to options and refuses the start of the app with every wrong key by its full name.</summary>
internal sealed class OptionsCheck<T>(string section) : IValidateOptions<T>
    where T : class, ICheckedOptions
{
    public static void Add(IServiceCollection services, string section)
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new OptionsCheck<T>(section));
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var problems = options.Problems().Select(problem => $"{section}:{problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
