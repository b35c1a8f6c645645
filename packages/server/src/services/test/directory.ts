import type { Provider, Service } from '@tirek/domain/services';
import { CAST_REGION } from '../../demo/cast.ts';

/** A made-up centre and what it offers, for tests to change what they are about. */
export const PROVIDER: Provider = {
  name: { kk: 'Үміт орталығы', ru: 'Центр «Умит»', en: 'Umit Centre' },
  holder: 'state',
  kind: 'psychological-support-centre',
  region: CAST_REGION,
  contacts: { phone: '+7 000 000 00 00', email: '', address: '', site: '' },
};

export const SERVICE: Omit<Service, 'providerId'> = {
  name: { kk: 'Кеңес беру', ru: 'Консультации', en: 'Counselling' },
  category: 'distress',
  layer: 3,
  activities: ['counselling'],
  regions: [CAST_REGION],
  reach: ['city'],
  languages: ['kk', 'ru'],
  ages: { from: 0, to: null },
  hasWomenStaff: true,
  cost: { amount: 0, currency: 'KZT' },
  capacity: 10,
  placesFree: 2,
  hours: '',
  access: '',
  verifiedOn: null,
};
