/** What a request does, as registries name it: https://distribution.github.io/distribution/spec/auth/scope/ */
export function registryScope(method: string, path: string): string {
  const reads = method === 'GET' || method === 'HEAD';
  const repository = /^\/v2\/(.+)\/(?:tags|manifests|blobs|referrers)\//.exec(path)?.[1];
  if (repository !== undefined)
    return `repository:${repository}:${reads ? 'pull' : method === 'DELETE' ? 'delete' : 'pull,push'}`;
  const described = /^\/acr\/v1\/(?!_)(.+?)(?:\/_(?:tags|manifests)(?:\/.*)?)?$/.exec(path)?.[1];
  if (described !== undefined)
    return `repository:${described}:${reads ? 'metadata_read' : method === 'DELETE' ? 'delete' : 'metadata_write'}`;
  return 'registry:catalog:*';
}
