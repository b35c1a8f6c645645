/** The people of the tests: `docs/glossary.md` tells who they are. Dana coordinates, Saule treats, Nobody may nothing. */
export {
  CAST,
  CAST_NAMES,
  CAST_REGION,
  type CastName,
  castId,
  castPassword,
  castTotpSecret,
} from '../demo/cast.ts';
