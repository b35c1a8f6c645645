import { referralLinkContract, referralsContract } from '@tirek/domain/referrals';
import { type Route, routesOf } from '../http/handler.ts';
import { letterHandlers } from './letter.ts';
import { linkHandlers, receivingHandlers } from './receiving.ts';
import { referringHandlers } from './referring.ts';

export const referralsRoutes: readonly Route[] = [
  ...routesOf(referralsContract, { ...referringHandlers, ...receivingHandlers, ...letterHandlers }),
  ...routesOf(referralLinkContract, linkHandlers),
];
