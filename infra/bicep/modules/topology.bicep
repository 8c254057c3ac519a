// Shape of local/servicebus.json: what is not listed here cannot be carried over, and does not compile.

@description('Queues, topics and subscriptions of one namespace.')
@export()
@sealed()
type topology = {
  @description('Name that the local emulator uses; the namespace in Azure has its own.')
  Name: string

  @description('Queues.')
  Queues: queue[]

  @description('Topics with their subscriptions.')
  Topics: topic[]
}

@description('A queue.')
@sealed()
type queue = {
  @description('Name.')
  Name: string

  @description('Settings.')
  @sealed()
  Properties: {
    @description('How long a message lives, ISO 8601; for ever when left out.')
    DefaultMessageTimeToLive: string?

    @description('Whether expired messages are kept as dead letters; they are dropped when left out.')
    DeadLetteringOnMessageExpiration: bool?

    @description('How long a receiver may hold a message, ISO 8601.')
    LockDuration: string

    @description('How often a message is tried before it becomes a dead letter.')
    MaxDeliveryCount: int

    @description('Whether a second message with the same id is dropped; it is not when left out.')
    RequiresDuplicateDetection: bool?

    @description('How long ids are remembered, ISO 8601.')
    DuplicateDetectionHistoryTimeWindow: string?
  }
}

@description('A topic.')
@sealed()
type topic = {
  @description('Name.')
  Name: string

  @description('Settings.')
  @sealed()
  Properties: {
    @description('How long a message lives, ISO 8601; for ever when left out.')
    DefaultMessageTimeToLive: string?

    @description('Whether a second message with the same id is dropped; it is not when left out.')
    RequiresDuplicateDetection: bool?

    @description('How long ids are remembered, ISO 8601.')
    DuplicateDetectionHistoryTimeWindow: string?
  }

  @description('Subscriptions.')
  Subscriptions: subscription[]
}

@description('A subscription.')
@sealed()
type subscription = {
  @description('Name.')
  Name: string

  @description('Settings.')
  @sealed()
  Properties: {
    @description('How long a message lives, ISO 8601; for ever when left out.')
    DefaultMessageTimeToLive: string?

    @description('Whether expired messages are kept as dead letters; they are dropped when left out.')
    DeadLetteringOnMessageExpiration: bool?

    @description('How long a receiver may hold a message, ISO 8601.')
    LockDuration: string

    @description('How often a message is tried before it becomes a dead letter.')
    MaxDeliveryCount: int
  }

  @description('Which messages it gets.')
  Rules: rule[]
}

@description('A rule by the label of the message, the only kind in use.')
@sealed()
type rule = {
  @description('Name.')
  Name: string

  @description('The filter.')
  @sealed()
  Properties: {
    @description('Kind of the filter.')
    FilterType: 'Correlation'

    @description('What must be equal.')
    @sealed()
    CorrelationFilter: {
      @description('Label (subject) of the message.')
      Label: string
    }
  }
}
