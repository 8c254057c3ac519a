// What everything is called. A name that must be the only one in the world ends with a token.

@description('Name of everything that another part refers to.')
@export()
@sealed()
type nameSet = {
  @description('Required. What other names begin with; also the resource group.')
  prefix: string

  @description('Required. The identity of the app.')
  identity: string

  @description('Required. The Log Analytics workspace.')
  workspace: string

  @description('Required. The Application Insights component.')
  component: string

  @description('Required. The storage account.')
  storage: string

  @description('Required. The container of the deployed package.')
  packageContainer: string

  @description('Required. The Service Bus namespace.')
  serviceBus: string

  @description('Required. The SignalR service.')
  signalR: string

  @description('Required. The key vault.')
  keyVault: string

  @description('Required. The plan of the function app.')
  plan: string

  @description('Required. The function app.')
  app: string

  @description('Required. The virtual network.')
  network: string

  @description('Required. The action group that wakes people.')
  watch: string
}

@description('Names of an environment.')
@export()
func namesOf(environmentName string, token string) nameSet => {
  prefix: 'alerting-${environmentName}'
  identity: 'alerting-${environmentName}-id'
  workspace: 'alerting-${environmentName}-log'
  component: 'alerting-${environmentName}-insights'
  storage: 'alerting${environmentName}${take(token, 10)}'
  packageContainer: 'package'
  serviceBus: 'alerting-${environmentName}-bus-${token}'
  signalR: 'alerting-${environmentName}-boards-${token}'
  keyVault: 'alert-${environmentName}-${token}'
  plan: 'alerting-${environmentName}-plan'
  app: 'alerting-${environmentName}-${token}'
  network: 'alerting-${environmentName}-network'
  watch: 'alerting-${environmentName}-watch'
}
