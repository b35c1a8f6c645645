export { type DemoOptions, type DemoSeeded, type DemoSignIn, seedDemo } from './seed-demo.ts';
