// Where the messages go that prove the paths.

@description('Where canaries go: each a number or mailbox of our own, never that of anybody who is told.')
@export()
@sealed()
type canarySet = {
  @description('Optional. Number in E.164 form; a text message goes there every hour through every provider.')
  smsNumber: string?

  @description('Optional. Number in E.164 form that answers by itself; a call goes there every six hours through every provider.')
  voiceNumber: string?

  @description('Optional. Email address.')
  mailbox: string?
}
