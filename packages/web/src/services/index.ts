export { ProposedHolder } from './proposed-holder.tsx';
export { WhoCanHelp } from './who-can-help.tsx';
