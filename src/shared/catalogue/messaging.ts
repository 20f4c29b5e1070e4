import type { CatalogueRow } from './catalogue-row';
import { get, head, postJson, row } from './make-row';

const busPlaces = {
  public: 'servicebus.windows.net',
  'us-government': 'servicebus.usgovcloudapi.net',
  china: 'servicebus.chinacloudapi.cn',
} as const;

export const messaging: readonly CatalogueRow[] = [
  row({
    id: 'service-bus',
    name: 'Service Bus',
    category: 'messaging',
    icon: 'messaging',
    keywords: ['queue', 'topic', 'subscription', 'amqp', 'messages'],
    documentation: 'https://learn.microsoft.com/rest/api/servicebus/',
    audiences: ['80a10ef9-8168-493d-abf9-3297c4ef6e3c'],
    clouds: {
      public: {
        resource: 'https://servicebus.azure.net',
        place: busPlaces.public,
        sources: ['managed-identities', 'package @azure/core-amqp', 'roadtools'],
      },
      'us-government': {
        resource: 'https://servicebus.azure.net',
        place: busPlaces['us-government'],
        sources: ['package @azure/core-amqp'],
        unverified: ['resource'],
      },
      china: {
        resource: 'https://servicebus.azure.net',
        place: busPlaces.china,
        sources: ['package @azure/core-amqp'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List queues', `https://{namespace}.${place}/$Resources/Queues?api-version=2017-04`),
      get('List topics', `https://{namespace}.${place}/$Resources/Topics?api-version=2017-04`),
      postJson('Send a message', `https://{namespace}.${place}/{queue}/messages`, { hello: 'world' }),
    ],
  }),
  row({
    id: 'event-hubs',
    name: 'Event Hubs',
    category: 'messaging',
    icon: 'messaging',
    keywords: ['kafka', 'events', 'streaming', 'amqp', 'partitions'],
    documentation: 'https://learn.microsoft.com/rest/api/eventhub/',
    audiences: ['80369ed6-5f11-4dd9-bef3-692475845e77'],
    path: /\/(?:consumergroups|partitions|publishers)(?:\/|\?|$)|\?.*api-version=2014-01\b/i,
    clouds: {
      public: {
        resource: 'https://eventhubs.azure.net',
        place: busPlaces.public,
        sources: ['managed-identities', 'package @azure/core-amqp', 'roadtools'],
        unverified: ['requests'],
      },
      'us-government': {
        resource: 'https://eventhubs.azure.net',
        place: busPlaces['us-government'],
        sources: ['package @azure/core-amqp'],
        unverified: ['requests'],
      },
      china: {
        resource: 'https://eventhubs.azure.net',
        place: busPlaces.china,
        sources: ['package @azure/core-amqp'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('Get an event hub', `https://{namespace}.${place}/{hub}?api-version=2014-01`),
      postJson('Send an event', `https://{namespace}.${place}/{hub}/messages`, { hello: 'world' }),
    ],
  }),
  row({
    id: 'event-grid',
    name: 'Event Grid',
    category: 'messaging',
    icon: 'messaging',
    keywords: ['topic', 'events', 'publish', 'cloudevents'],
    documentation: 'https://learn.microsoft.com/azure/event-grid/post-to-custom-topic',
    audiences: ['823c0a78-5de0-4445-a7f5-c2f42d7dc89b'],
    clouds: {
      public: {
        resource: 'https://eventgrid.azure.net',
        sources: ['package @azure/eventgrid', 'roadtools'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      postJson('Publish an event', `https://{topic}.{region}-1.${place}/api/events?api-version=2018-01-01`, [
        {
          id: '1',
          eventType: 'TokenTray.Test',
          subject: 'test',
          eventTime: '2026-01-01T00:00:00Z',
          dataVersion: '1.0',
          data: { hello: 'world' },
        },
      ]),
    ],
  }),
  row({
    id: 'signalr',
    name: 'SignalR Service',
    category: 'messaging',
    icon: 'realtime',
    keywords: ['websocket', 'realtime', 'hub'],
    documentation:
      'https://learn.microsoft.com/azure/azure-signalr/signalr-concept-authorize-azure-active-directory',
    audiences: ['cdad765c-f191-43ba-b9f5-7aef392f811d'],
    clouds: {
      public: {
        resource: 'https://signalr.azure.com',
        place: 'service.signalr.net',
        sources: ['roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      head(
        'Is there such a group',
        `https://{instance}.${place}/api/hubs/{hub}/groups/{group}?api-version=2022-11-01`,
      ),
    ],
  }),
  row({
    id: 'web-pubsub',
    name: 'Web PubSub',
    category: 'messaging',
    icon: 'realtime',
    keywords: ['websocket', 'realtime', 'hub', 'socket.io'],
    documentation: 'https://learn.microsoft.com/azure/azure-web-pubsub/concept-azure-ad-authorization',
    audiences: ['cdad765c-f191-43ba-b9f5-7aef392f811d'],
    clouds: {
      public: {
        resource: 'https://webpubsub.azure.com',
        sources: ['package @azure/web-pubsub', 'roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      head(
        'Is there such a group',
        `https://{instance}.${place}/api/hubs/{hub}/groups/{group}?api-version=2024-01-01`,
      ),
    ],
  }),
  row({
    id: 'communication-services',
    name: 'Communication Services',
    category: 'messaging',
    icon: 'messaging',
    keywords: ['acs', 'sms', 'phone numbers', 'email', 'chat', 'calling'],
    documentation: 'https://learn.microsoft.com/azure/communication-services/concepts/authentication',
    // Azure CLI's client is listed as pre-authorised, and was refused all the same (Azure/azure-cli#23485).
    needsOwnClient: true,
    audiences: ['632ec9eb-fad7-4cbd-993a-e72973ba2acc'],
    clouds: {
      public: {
        resource: 'https://communication.azure.com/',
        sources: ['package @azure/communication-phone-numbers', 'roadtools'],
        unverified: ['requests'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List phone numbers', `https://{resource}.${place}/phoneNumbers?api-version=2022-12-01`),
    ],
  }),
];
