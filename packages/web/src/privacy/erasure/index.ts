export { ErasurePanel } from './erasure-panel.tsx';
