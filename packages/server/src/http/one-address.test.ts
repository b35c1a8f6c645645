import { expect, it } from 'vitest';
import { atOneAddress } from './one-address.ts';

const LOCAL = 'http://localhost:8749';
const page = (host: string, url = '/app/surveys?x=1') => ({ method: 'GET', url, host });

it('leads Kairat, who typed 127.0.0.1, to the address that his passkey knows', () => {
  expect(atOneAddress(page('127.0.0.1:8749'), LOCAL)).toBe(`${LOCAL}/app/surveys?x=1`);
  expect(atOneAddress(page('[::1]:8749'), LOCAL)).toBe(`${LOCAL}/app/surveys?x=1`);
});

it('leaves alone what is right, what a program asks, and every other name', () => {
  expect(atOneAddress(page('localhost:8749'), LOCAL)).toBeNull();
  expect(atOneAddress(page('127.0.0.1:8749', '/api/session'), LOCAL)).toBeNull();
  expect(atOneAddress({ ...page('127.0.0.1:8749'), method: 'POST' }, LOCAL)).toBeNull();
  expect(atOneAddress(page('evil.example'), LOCAL)).toBeNull();
  expect(atOneAddress(page('not a host'), LOCAL)).toBeNull();
  expect(atOneAddress(page('127.0.0.1:8749'), 'https://tirek.example')).toBeNull();
});
