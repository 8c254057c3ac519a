using Alerting.Adapters.Tables;
using Alerting.Adapters.Twilio;
using Alerting.Functions;

var builder = WebApplication.CreateSlimBuilder(args);
builder.ListenForHost();
builder.LogForHost();
builder.AddSignIn();
builder.Services.AddApiDescription();
builder.Services.AddSingleton(TimeProvider.System);

// The world outside
builder.Services.AddAlertingTables().AddHostedService<PrepareTables>();
builder.Services.AddTwilio();

var app = builder.Build();
app.UseProblems();
app.UseUnmapped();
app.UseAuthentication();
app.UseAuthorization();
app.MapReadiness();

var api = app.MapGroup("/api");

// Bodies
api.MapListBodies();
api.MapShowBody();
api.MapPutBody();
api.MapDeleteBody();
api.MapImportBodies();

// Upkeep
api.MapShowHealth();
api.MapShowOpenApi();

return await app.RunForHostAsync();
