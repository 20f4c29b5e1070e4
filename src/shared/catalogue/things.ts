import type { CatalogueRow } from './catalogue-row';
import { get, row } from './make-row';

/** Places, devices and patients. */
export const things: readonly CatalogueRow[] = [
  row({
    id: 'maps',
    name: 'Azure Maps',
    category: 'things',
    icon: 'maps',
    keywords: ['geocode', 'route', 'location', 'weather'],
    documentation: 'https://learn.microsoft.com/azure/azure-maps/azure-maps-authentication',
    audiences: ['ba1ea022-5807-41d5-bbeb-292c7e1cf5f6'],
    clouds: {
      public: {
        resource: 'https://atlas.microsoft.com/',
        sources: ['package @azure-rest/maps-search', 'roadtools'],
      },
    },
    hosts: (place) => [place, `*.${place}`],
    requests: (place) => [
      get('Find a place', `https://${place}/geocode?api-version=2023-06-01&query=Oslo`, {
        'x-ms-client-id': '{mapsClientId}',
      }),
    ],
  }),
  row({
    id: 'iot-hub',
    name: 'IoT Hub',
    category: 'things',
    icon: 'iot',
    keywords: ['devices', 'twins', 'dps', 'mqtt'],
    documentation: 'https://learn.microsoft.com/rest/api/iothub/',
    audiences: ['89d10474-74af-4874-99a7-c23c2f643083'],
    clouds: {
      public: {
        resource: 'https://iothubs.azure.net',
        place: 'azure-devices.net',
        sources: ['package azure-iothub', 'roadtools'],
      },
      'us-government': {
        resource: 'https://iothubs.azure.us',
        place: 'azure-devices.us',
        sources: ['package azure-iothub'],
      },
      china: {
        resource: 'https://iothubs.azure.net',
        place: 'azure-devices.cn',
        sources: ['package azure-iothub'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('Count devices', `https://{iotHub}.${place}/statistics/devices?api-version=2021-04-12`),
      get('List devices', `https://{iotHub}.${place}/devices?top=5&api-version=2021-04-12`),
    ],
  }),
  row({
    id: 'digital-twins',
    name: 'Digital Twins',
    category: 'things',
    icon: 'iot',
    keywords: ['dtdl', 'models'],
    documentation: 'https://learn.microsoft.com/rest/api/azure-digitaltwins/',
    audiences: ['0b07f429-9f4b-4714-9392-cc5e8e80c8b0'],
    clouds: {
      public: {
        resource: 'https://digitaltwins.azure.net',
        sources: ['package @azure/digital-twins-core', 'roadtools'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [
      get('List models', `https://{instance}.api.{region}.${place}/models?api-version=2020-10-31`),
    ],
  }),
  row({
    id: 'health-data',
    name: 'Health Data Services (FHIR)',
    category: 'things',
    icon: 'health',
    keywords: ['healthcare', 'hl7', 'patients', 'dicom'],
    documentation: 'https://learn.microsoft.com/azure/healthcare-apis/get-access-token',
    clouds: {
      public: {
        resource: 'https://{workspace}-{fhir}.fhir.azurehealthcareapis.com',
        place: 'fhir.azurehealthcareapis.com',
        sources: ['roadtools'],
      },
    },
    hosts: (place) => [`*.${place}`],
    requests: (place) => [get('Find a patient', `https://{workspace}-{fhir}.${place}/Patient?_count=1`)],
  }),
];
