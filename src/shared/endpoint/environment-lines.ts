/** Forms that a consumer's environment can be copied in; the message catalogue has their names under `lines.<form>`. */
export const environmentForms = ['bash', 'powershell', 'cmd', 'dotenv', 'launch-json', 'docker'] as const;
export type EnvironmentForm = (typeof environmentForms)[number];
