import type { CatalogueRow } from './catalogue-row';
import { get, row } from './make-row';

const registrySource = 'https://azure.github.io/acr/AAD-OAuth.html';

export const containers: readonly CatalogueRow[] = [
  row({
    id: 'container-registry',
    name: 'Container Registry',
    category: 'containers',
    icon: 'containers',
    keywords: ['acr', 'docker', 'images', 'oci', 'helm'],
    delivery: 'container-registry',
    documentation: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication',
    clouds: {
      public: {
        resource: 'https://containerregistry.azure.net',
        audiences: ['76c92352-c057-4cc2-9b1e-f34c32bc58bd', 'https://management.azure.com/'],
        place: 'azurecr.io',
        sources: ['package @azure/container-registry', 'roadtools'],
      },
      // These registries take Azure Resource Manager's audience.
      'us-government': {
        resource: 'https://management.usgovcloudapi.net/',
        place: 'azurecr.us',
        sources: ['package @azure/container-registry', registrySource],
      },
      china: {
        resource: 'https://management.chinacloudapi.cn/',
        place: 'azurecr.cn',
        sources: ['package @azure/container-registry', registrySource],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List repositories', `https://{registry}.${place}/v2/_catalog`),
      get('List tags', `https://{registry}.${place}/v2/{repository}/tags/list`),
    ],
  }),
  row({
    id: 'kubernetes',
    name: 'Azure Kubernetes Service',
    category: 'containers',
    icon: 'containers',
    keywords: ['aks', 'k8s', 'kubectl', 'kubelogin', 'cluster'],
    documentation: 'https://learn.microsoft.com/azure/aks/kubelogin-authentication',
    clouds: {
      public: {
        resource: '6dae42f8-4368-4678-94ff-3960e28e3630',
        audiences: ['https://aks-aad-server.azure.com'],
        place: 'azmk8s.io',
        sources: ['https://azure.github.io/kubelogin/concepts/aks.html', 'roadtools'],
      },
      'us-government': {
        resource: '6dae42f8-4368-4678-94ff-3960e28e3630',
        place: 'azmk8s.us',
        sources: ['https://azure.github.io/kubelogin/concepts/aks.html'],
        unverified: ['resource', 'requests'],
      },
    },
    hosts: (place) =>
      place === 'azmk8s.io' ? [`*.${place}`] : [`*.${place}`, '*.cx.aks.containerservice.azure.us'],
    requests: () => [
      get('Version', 'https://{apiServer}/version'),
      get('List namespaces', 'https://{apiServer}/api/v1/namespaces'),
    ],
  }),
];
