// Shapes of the parameters that main.bicep hands on.

@description('Names and values for the portal and for the bill.')
@export()
type tagSet = {
  @description('Name of the tag and its value.')
  *: string
}

@description('What the broker costs and carries.')
@export()
@discriminator('tier')
type brokerSize = standardBroker | premiumBroker

@description('A shared broker: 1,000 credits a second, messages up to 256 KB, no private endpoint.')
@sealed()
type standardBroker = {
  @description('Required. The tier.')
  tier: 'Standard'
}

@description('A broker of its own, which a private endpoint can reach.')
@sealed()
type premiumBroker = {
  @description('Required. The tier.')
  tier: 'Premium'

  @description('Required. Messaging units; each carries about 4 MB a second.')
  units: 1 | 2 | 4 | 8 | 16
}

@description('Instances that never sleep, because a start takes longer than the alert may.')
@export()
@sealed()
type alwaysReady = {
  @description('Required. Instances for everything that comes by HTTP.')
  @minValue(0)
  @maxValue(20)
  http: int

  @description('Required. Instances of PushToBoards: the first second after an approval.')
  @minValue(0)
  @maxValue(20)
  pushToBoards: int

  @description('Required. Instances of DeliverSms: the first text message.')
  @minValue(0)
  @maxValue(20)
  deliverSms: int
}

@description('The account at the provider of text messages; its token is a secret of the key vault.')
@export()
@sealed()
type twilioAccount = {
  @description('Required. Account: AC and 32 hexadecimal digits.')
  @minLength(34)
  @maxLength(34)
  accountSid: string

  @description('Required. Sender: a number in E.164 form, a short code, or a name that cannot be answered.')
  @minLength(2)
  @maxLength(16)
  from: string

  @description('Optional. Number in E.164 form that calls come from; the sender when left out, which then must be a number.')
  callFrom: string?

  @description('Optional. Address of the API; that of Twilio in the United States when left out.')
  baseUrl: string?

  @description('Optional. Messages a second that were agreed, for each instance; 0 or left out for no bound.')
  @minValue(0)
  @maxValue(1000)
  messagesPerSecond: int?
}

@description('Whose tokens are believed.')
@export()
@sealed()
type signInSet = {
  @description('Required. Directory that issues them.')
  tenantId: string

  @description('Required. Their audience: the client id of the API registration.')
  audience: string

  @description('Required. Authentication context that a token must carry to approve; empty for none.')
  approvalContext: string
}

@description('The relay that takes the email; its password is a secret of the key vault.')
@export()
@sealed()
type mailRelay = {
  @description('Required. Host name.')
  @minLength(1)
  host: string

  @description('Required. Port: 587 with StartTls, 465 with Tls.')
  port: 465 | 587 | 2525

  @description('Required. How the connection is encrypted.')
  security: 'StartTls' | 'Tls'

  @description('Required. Sender address.')
  @minLength(3)
  from: string

  @description('Required. User name at the relay.')
  @minLength(1)
  userName: string
}
