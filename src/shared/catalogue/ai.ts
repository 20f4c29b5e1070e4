import type { CatalogueRow } from './catalogue-row';
import { get, postJson, row } from './make-row';

export const ai: readonly CatalogueRow[] = [
  row({
    id: 'ai-services',
    name: 'Azure OpenAI and AI services',
    category: 'ai',
    icon: 'ai',
    keywords: [
      'cognitive services',
      'gpt',
      'chat',
      'embeddings',
      'speech',
      'vision',
      'language',
      'translator',
    ],
    documentation: 'https://learn.microsoft.com/azure/ai-services/authentication',
    audiences: ['7d312290-28c8-473c-a0ed-8e53749b6d6d'],
    clouds: {
      public: {
        resource: 'https://cognitiveservices.azure.com',
        place: 'azure.com',
        sources: [
          'package @azure/ai-form-recognizer',
          'package @azure-rest/ai-document-intelligence',
          'roadtools',
        ],
      },
      'us-government': {
        resource: 'https://cognitiveservices.azure.us',
        place: 'azure.us',
        sources: ['package @azure/ai-form-recognizer', 'roadtools'],
      },
      china: {
        resource: 'https://cognitiveservices.azure.cn',
        place: 'azure.cn',
        sources: ['package @azure/ai-form-recognizer'],
      },
    },
    hosts: (place) => [
      `*.openai.${place}`,
      `*.cognitiveservices.${place}`,
      ...(place === 'azure.com'
        ? ['*.api.cognitive.microsoft.com', '*.cognitive.microsofttranslator.com', '*.services.ai.azure.com']
        : []),
    ],
    requests: (place) => [
      get('List models', `https://{resource}.openai.${place}/openai/models?api-version=2024-10-21`),
      postJson(
        'Chat',
        `https://{resource}.openai.${place}/openai/deployments/{deployment}/chat/completions?api-version=2024-10-21`,
        { messages: [{ role: 'user', content: 'Hello' }], max_tokens: 20 },
      ),
    ],
  }),
  row({
    id: 'ai-foundry',
    name: 'Azure AI Foundry',
    category: 'ai',
    icon: 'ai',
    keywords: ['ai studio', 'agents', 'projects', 'inference', 'llm'],
    documentation: 'https://learn.microsoft.com/rest/api/aifoundry/',
    audiences: ['18a66f5f-dbdf-4c17-9dd7-1634712a9cbe'],
    path: /^\/api\/projects(?:\/|\?|$)|^\/models(?:\/|\?|$)/i,
    clouds: {
      public: {
        resource: 'https://ai.azure.com',
        place: 'services.ai.azure.com',
        sources: ['package @azure/ai-projects', 'package @azure-rest/ai-inference', 'roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`, '*.models.ai.azure.com'],
    requests: (place) => [
      get(
        'List deployments',
        `https://{resource}.${place}/api/projects/{project}/deployments?api-version=v1`,
      ),
    ],
  }),
  row({
    id: 'machine-learning',
    name: 'Azure Machine Learning',
    category: 'ai',
    icon: 'ai',
    keywords: ['ml', 'aml', 'endpoint', 'scoring', 'mlflow'],
    documentation: 'https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint',
    audiences: ['18a66f5f-dbdf-4c17-9dd7-1634712a9cbe'],
    clouds: {
      public: {
        resource: 'https://ml.azure.com',
        place: 'inference.ml.azure.com',
        sources: ['package @azure/ai-projects', 'roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`, '*.api.azureml.ms'],
    requests: (place) => [
      postJson('Score', `https://{endpoint}.{region}.${place}/score`, { input_data: [] }),
    ],
  }),
  row({
    id: 'ai-search',
    name: 'AI Search',
    category: 'ai',
    icon: 'search',
    keywords: ['cognitive search', 'index', 'vector', 'rag'],
    documentation: 'https://learn.microsoft.com/azure/search/search-security-rbac',
    audiences: ['880da380-985e-4198-81b9-e05b1cc53158'],
    clouds: {
      public: {
        resource: 'https://search.azure.com',
        place: 'search.windows.net',
        sources: ['package @azure/search-documents', 'roadtools'],
      },
      'us-government': {
        resource: 'https://search.azure.us',
        place: 'search.azure.us',
        sources: ['package @azure/search-documents'],
      },
      china: {
        resource: 'https://search.azure.cn',
        place: 'search.azure.cn',
        sources: ['package @azure/search-documents'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List indexes', `https://{service}.${place}/indexes?api-version=2024-07-01`),
      get(
        'Search an index',
        `https://{service}.${place}/indexes/{index}/docs?search=*&api-version=2024-07-01`,
      ),
    ],
  }),
];
