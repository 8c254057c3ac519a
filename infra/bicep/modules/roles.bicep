// Ids of the built-in roles that the app's identity gets, by the names that the portal shows.

@description('Name of a built-in role that may be assigned here.')
@export()
type roleName =
  | 'Azure Service Bus Data Receiver'
  | 'Azure Service Bus Data Sender'
  | 'Key Vault Secrets User'
  | 'Monitoring Metrics Publisher'
  | 'SignalR Service Owner'
  | 'Storage Blob Data Owner'
  | 'Storage Table Data Contributor'

@description('Id of each built-in role.')
@export()
var roleIds = {
  'Azure Service Bus Data Receiver': '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  'Azure Service Bus Data Sender': '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6'
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb'
  'SignalR Service Owner': '7e4f1700-ea5a-4f59-8f37-079cfe29dce3'
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

@description('What a role assignment says.')
type assignment = {
  @description('Id of the role.')
  roleDefinitionId: string

  @description('Id of who gets it.')
  principalId: string

  @description('Kind of who gets it.')
  principalType: 'ServicePrincipal'
}

@description('A role given to an identity.')
@export()
func assign(role roleName, principalId string) assignment => {
  roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
  principalId: principalId
  principalType: 'ServicePrincipal'
}
