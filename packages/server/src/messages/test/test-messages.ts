import type { MessageSettings } from '../../message-settings.ts';

/** Channels that are set up and lead nowhere: for tests in which nothing is sent. */
export const CHANNELS_TO_NOWHERE: MessageSettings = {
  mail: { host: '127.0.0.1', port: 9, isTls: false, user: '', password: '', from: 'a@tirek.test' },
  sms: {
    url: 'http://127.0.0.1:9/',
    headers: {},
    body: 'to={{to}}&text={{text}}',
    refusedMark: '',
    delivered: null,
    undelivered: null,
  },
  push: { contact: 'mailto:kairat@centre.example', hosts: [] },
  authorities: null,
};
