import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { Permission } from '@tirek/domain/access';
import { MissingPage } from './shell/missing-page.tsx';
import { PageFailure } from './shell/page-failure.tsx';
import { Root } from './shell/root.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** `nobody`: open to a visitor; `signed-in`: to every account; else the verb needed. */
    readonly needs?: Permission | 'nobody' | 'signed-in';
  }
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

const root = createRootRoute({ component: Root, notFoundComponent: MissingPage });

type Load = Parameters<typeof lazyRouteComponent>[0];

const page = <const Path extends string, const Name extends string>(
  path: Path,
  needs: Permission | 'nobody' | 'signed-in',
  load: () => Promise<Record<Name, unknown>>,
  name: Name,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    staticData: { needs },
    component: lazyRouteComponent(load as Load, name as never),
  });

/** Every page of the app: its address behind `/app`, the verb it needs, where it is. */
export const pages = [
  page('/', 'signed-in', () => import('./shell/home-page.tsx'), 'HomePage'),
  page('/invitation', 'nobody', () => import('./access/invitation-page.tsx'), 'InvitationPage'),
  page('/account', 'signed-in', () => import('./access/own-account-page.tsx'), 'OwnAccountPage'),
  page('/accounts', 'account.read', () => import('./access/accounts-page.tsx'), 'AccountsPage'),
  page('/accounts/new', 'account.manage', () => import('./access/invite-page.tsx'), 'InvitePage'),
  page(
    '/accounts/$accountId',
    'account.read',
    () => import('./access/account-page.tsx'),
    'AccountPage',
  ),
] as const;

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(pages),
    basepath: '/app',
    defaultPreload: 'intent',
    // A page already shown stays until the next one is there; only a slow one shows grey lines.
    defaultPendingMs: 400,
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
  });
