export {
  type DemoOptions,
  type DemoSeeded,
  type DemoSignIn,
  type DemoSurvey,
  seedDemo,
} from './seed-demo.ts';
export { seedReleases } from './seed-releases.ts';
