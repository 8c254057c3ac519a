using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Management;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Transactions;
using Amqp.Types;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>Decides what each attached link is for.</summary>
internal sealed class LinkRouter(Entities entities, (TokenRequests Tokens, Rights Rights) access, BrokerLimits limits, ILogger log) : ILinkProcessor
{
    private static readonly Symbol SessionFilter = new("com.microsoft:session-filter");
    private readonly ReplyRoutes routes = new();

    public void Process(AttachContext attachContext)
    {
        var attach = attachContext.Attach;
        if (attach.Target is Coordinator) Refuse(attachContext, Errors.NotImplemented("transactions"));
        else if (Address(attach) is not { } text) Refuse(attachContext, Errors.NoAddress());
        else Route(attachContext, EntityAddress.Parse(text));
    }

    // The client's role: a receiver names what it reads in its source, a sender what it writes to in its target.
    private static string? Address(Attach attach) =>
        attach.Role ? (attach.Source as Source)?.Address : (attach.Target as Target)?.Address;

    private void Route(AttachContext context, EntityAddress address)
    {
        var entity = address.IsTokens ? null : entities.Find(address);
        if (address.IsTokens) Converse(context, EntityAddress.Tokens, access.Tokens);
        else if (!access.Rights.Allow(context.Link, address.Path)) Refuse(context, Errors.NoRight(address.Path));
        else if (entity is null) Refuse(context, Errors.NotFound(address.Path));
        else if (address.Management) Converse(context, $"{entity.Path}/$management", new ManagementRequests(entity, limits.MaxMessageBytes));
        else if (context.Attach.Role) Consume(context, entity);
        else Ingest(context, entity);
    }

    private void Ingest(AttachContext context, Entity entity)
    {
        if (entity.Target is null) Refuse(context, Errors.NotAllowed($"'{entity.Path}' cannot be sent to"));
        else Accept(context, new IngestEndpoint(context.Link, entity.Target, limits.MaxMessageBytes, log), limits.SenderCredit);
    }

    private void Consume(AttachContext context, Entity entity)
    {
        if ((context.Attach.Source as Source)?.FilterSet is { } filters && filters.Keys.Any(key => SessionFilter.Equals(key)))
        {
            Refuse(context, Errors.NotImplemented("sessions"));
        }
        else if (entity.Queue is null)
        {
            Refuse(context, Errors.NotAllowed($"'{entity.Path}' is a topic: receive from one of its subscriptions"));
        }
        else
        {
            var deletes = context.Attach.SndSettleMode == SenderSettleMode.Settled;
            Accept(context, new ConsumerEndpoint(context.Link, entity.Queue, deletes, log), 0);
        }
    }

    private void Converse(AttachContext context, string node, IRequestHandler handler)
    {
        var (link, attach) = (context.Link, context.Attach);
        if (!attach.Role)
        {
            Accept(context, new RequestEndpoint(link, node, handler, routes, log), limits.SenderCredit);
            return;
        }

        var endpoint = new ReplyEndpoint(link, log);
        var names = new[] { (attach.Target as Target)?.Address, attach.LinkName }.OfType<string>().Distinct();
        routes.Add(link.Session.Connection, node, names, endpoint);
        endpoint.Watch(() => routes.Remove(endpoint));
        attach.SndSettleMode = SenderSettleMode.Settled;
        Accept(context, endpoint, 0);
    }

    private void Accept(AttachContext context, LinkEndpoint endpoint, int credit)
    {
        // The library echoes the client's attach. Its maps may hold keys that cannot be encoded, so they go.
        context.Attach.MaxMessageSize = (ulong)limits.MaxMessageBytes;
        context.Attach.Properties = null;
        context.Attach.Unsettled = null;
        context.Complete(endpoint, credit);
    }

    private static void Refuse(AttachContext context, Error error)
    {
        context.Attach.Properties = null;
        context.Complete(error);
    }
}
