/** What is out of date after help was written down. */
export const SUPPORT_READS = ['listSupport', 'listSupportGroups'] as const;
