// How fast providers are, and what they cost; and what runs in Azure beside them.

@description('What was agreed with providers: for the forecast that is shown before an approval. Nothing is sent by it.')
@export()
@sealed()
type agreedRates = {
  @description('Optional. Senders of text messages that share the load; 1 when left out.')
  @minValue(1)
  @maxValue(1000)
  smsSenders: int?

  @description('Optional. Segments that each of them sends in a second; 10 when left out, what an alphanumeric sender has.')
  @minValue(1)
  smsSegmentsPerSecond: int?

  @description('Optional. Emails that the relay takes in a minute; 30 when left out, what a custom domain of Azure Communication Services has.')
  @minValue(1)
  emailsPerMinute: int?

  @description('Optional. Calls that all accounts together start in a second; 1 when left out, what one account has.')
  @minValue(1)
  callsPerSecond: int?

  @description('Optional. Price of a segment in EUR, such as 0.08; no amount is shown when left out.')
  smsSegmentPrice: string?
}

@description('What runs in Azure, for the same forecast.')
@export()
@sealed()
type runningSize = {
  @description('Required. Instances that are always ready to deliver text messages.')
  readyInstances: int

  @description('Required. Most instances.')
  mostInstances: int

  @description('Required. Messaging units of a Premium broker; 0 for Standard.')
  brokerUnits: int
}
