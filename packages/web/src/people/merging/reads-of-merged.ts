/** What is out of date once two records have become one, or two again. */
export const READS_OF_MERGED = [
  'listMerges',
  'getPerson',
  'listFamilies',
  'getFamily',
  'getFamilyGraph',
  'getCase',
  'listCases',
  'listConsents',
  'listFamilyPapers',
  'listPapers',
  'listCircumstances',
  'listAssessments',
  'getRescreens',
  'listAttachments',
  'findPupils',
  'listPeerMatches',
] as const;
