// The broker, with the entities of local/servicebus.json.

import { brokerSize, tagSet } from 'types.bicep'
import { topology } from 'topology.bicep'

@description('Required. Name of the namespace.')
@minLength(6)
@maxLength(50)
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags tagSet

@description('Required. Tier and size.')
param size brokerSize

@description('Required. Queues, topics, subscriptions and rules.')
param entities topology

@description('Required. Whether it is reached by private endpoint only.')
param isPrivate bool

@description('How long a message lives when nothing is said: the longest time there is.')
var forever = 'P10675199DT2H48M5.4775807S'

@description('How long ids are remembered when nothing is said.')
var tenMinutes = 'PT10M'

@description('Every subscription with the position of its topic.')
var subscriptions = flatten(map(range(0, length(entities.Topics)), at =>
  map(entities.Topics[at].Subscriptions, subscription => { topicAt: at, subscription: subscription })))

@description('Every rule with the position of its subscription.')
var rules = flatten(map(range(0, length(subscriptions)), at =>
  map(subscriptions[at].subscription.Rules, rule => { subscriptionAt: at, rule: rule })))

resource broker 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: size.tier
    tier: size.tier
    capacity: size.tier == 'Premium' ? size.units : null
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = [
  for queue in entities.Queues: {
    parent: broker
    name: queue.Name
    properties: {
      deadLetteringOnMessageExpiration: queue.Properties.?DeadLetteringOnMessageExpiration ?? false
      defaultMessageTimeToLive: queue.Properties.?DefaultMessageTimeToLive ?? forever
      duplicateDetectionHistoryTimeWindow: queue.Properties.?DuplicateDetectionHistoryTimeWindow ?? tenMinutes
      lockDuration: queue.Properties.LockDuration
      maxDeliveryCount: queue.Properties.MaxDeliveryCount
      requiresDuplicateDetection: queue.Properties.?RequiresDuplicateDetection ?? false
    }
  }
]

resource topics 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = [
  for topic in entities.Topics: {
    parent: broker
    name: topic.Name
    properties: {
      defaultMessageTimeToLive: topic.Properties.?DefaultMessageTimeToLive ?? forever
      duplicateDetectionHistoryTimeWindow: topic.Properties.?DuplicateDetectionHistoryTimeWindow ?? tenMinutes
      requiresDuplicateDetection: topic.Properties.?RequiresDuplicateDetection ?? false
    }
  }
]

resource topicSubscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' = [
  for entry in subscriptions: {
    parent: topics[entry.topicAt]
    name: entry.subscription.Name
    properties: {
      deadLetteringOnMessageExpiration: entry.subscription.Properties.?DeadLetteringOnMessageExpiration ?? false
      defaultMessageTimeToLive: entry.subscription.Properties.?DefaultMessageTimeToLive ?? forever
      lockDuration: entry.subscription.Properties.LockDuration
      maxDeliveryCount: entry.subscription.Properties.MaxDeliveryCount
    }
  }
]

resource subscriptionRules 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = [
  for entry in rules: {
    parent: topicSubscriptions[entry.subscriptionAt]
    name: entry.rule.Name
    properties: {
      filterType: 'CorrelationFilter'
      correlationFilter: { label: entry.rule.Properties.CorrelationFilter.Label }
    }
  }
]

// Azure gives a new subscription a rule $Default that lets everything through; ours must not have one.
resource nothingByDefault 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = [
  for (entry, at) in subscriptions: {
    parent: topicSubscriptions[at]
    name: '$Default'
    properties: {
      filterType: 'SqlFilter'
      sqlFilter: { sqlExpression: '1=0' }
    }
  }
]
