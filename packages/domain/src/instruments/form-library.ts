import { Problem } from '../problem.ts';
import { compileForm } from './compile-form.ts';
import type { CompiledForm } from './compiled-form.ts';
import type { FormPackage } from './form-package.ts';
import { armR } from './library/arm-r/arm-r.ts';
import { asq } from './library/asq/asq.ts';
import { cssrs } from './library/c-ssrs/c-ssrs.ts';
import { cats2 } from './library/cats-2/cats-2.ts';
import { cfm2to4 } from './library/cfm-2-4/cfm-2-4.ts';
import { cfm5to17 } from './library/cfm-5-17/cfm-5-17.ts';
import { childrenScale2022 } from './library/children-scale-2022/children-scale-2022.ts';
import { cries8 } from './library/cries-8/cries-8.ts';
import { cries13 } from './library/cries-13/cries-13.ts';
import { cyrmR } from './library/cyrm-r/cyrm-r.ts';
import { gad7 } from './library/gad-7/gad-7.ts';
import { ghq12 } from './library/ghq-12/ghq-12.ts';
import { itq } from './library/itq/itq.ts';
import { k6 } from './library/k6/k6.ts';
import { k10 } from './library/k10/k10.ts';
import { needsAssessment2022 } from './library/needs-assessment-2022/needs-assessment-2022.ts';
import { parentalStress } from './library/parental-stress/parental-stress.ts';
import { pcl5 } from './library/pcl-5/pcl-5.ts';
import { phq4 } from './library/phq-4/phq-4.ts';
import { phq8 } from './library/phq-8/phq-8.ts';
import { phq9 } from './library/phq-9/phq-9.ts';
import { phqA } from './library/phq-a/phq-a.ts';
import { proqol5 } from './library/proqol-5/proqol-5.ts';
import { psc17 } from './library/psc-17/psc-17.ts';
import { schoolDays } from './library/school-days/school-days.ts';
import { sdqParent } from './library/sdq-parent/sdq-parent.ts';
import { sdqSelf } from './library/sdq-self/sdq-self.ts';
import { sdqTeacher } from './library/sdq-teacher/sdq-teacher.ts';
import { srq20 } from './library/srq-20/srq-20.ts';
import { who5 } from './library/who-5/who-5.ts';
import { whodas12 } from './library/whodas-12/whodas-12.ts';
import { womenScale2022 } from './library/women-scale-2022/women-scale-2022.ts';

/** Every released version stays here for as long as answers to it exist; the newest of a code stands first. */
const PACKAGES: readonly FormPackage[] = [
  needsAssessment2022,
  ghq12,
  who5,
  phq8,
  gad7,
  phq9,
  asq,
  phq4,
  itq,
  pcl5,
  cssrs,
  cfm2to4,
  cfm5to17,
  sdqParent,
  sdqTeacher,
  sdqSelf,
  schoolDays,
  phqA,
  k6,
  k10,
  srq20,
  whodas12,
  psc17,
  cries8,
  cries13,
  cats2,
  cyrmR,
  armR,
  proqol5,
  parentalStress,
  womenScale2022,
  childrenScale2022,
];

const compiled = new Map<FormPackage, CompiledForm>();

/** The packages that come with Tirek. */
export function listForms(): readonly FormPackage[] {
  return PACKAGES;
}

/** The package of a code, of the newest version unless one is named; null when there is none. Enough for its title. */
export const findPackage = (code: string, version?: string): FormPackage | null =>
  PACKAGES.find((one) => one.code === code && (version === undefined || one.version === version)) ??
  null;

/** The compiled form of a code, of the newest version unless one is named; null when there is none. */
export function findForm(code: string, version?: string): CompiledForm | null {
  const pkg = findPackage(code, version);
  if (!pkg) return null;
  const known = compiled.get(pkg);
  if (known) return known;
  const result = compileForm(pkg);
  // Cannot happen: a test compiles every package that ships.
  if (result.kind === 'refused') throw new Problem('internal', { findings: result.findings });
  compiled.set(pkg, result.form);
  return result.form;
}
