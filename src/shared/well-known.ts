/** The client id of Azure CLI's public client. Never used unless the person has chosen it. */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

/** What has to be registered under "Mobile and desktop applications"; Entra ignores the port (RFC 8252, section 7.3). */
export const redirectUri = 'http://localhost';

/** Stands for the origin of the demo API in sample requests; its port may differ from start to start. */
export const demoApiPlaceholder = '{demo}';
