/** Clauses of outside frameworks, named in one way wherever a control serves them. */
export const SOC_2_CHANGES = 'SOC 2 CC8.1';
/** Recovery from incidents. */
export const SOC_2_RECOVERY = 'SOC 2 CC7.5';
/** Telling people outside what matters to them. */
export const SOC_2_COMMUNICATION = 'SOC 2 CC2.3';
/** Environmental protections, backups and recovery infrastructure. */
export const SOC_2_AVAILABILITY = 'SOC 2 A1.2';

/** Change management. */
export const ISO_CHANGES = 'ISO/IEC 27001:2022 A.8.32';
/** Separation of development, test and production. */
export const ISO_SEPARATION = 'ISO/IEC 27001:2022 A.8.31';
/** Installation of software on operational systems. */
export const ISO_INSTALLATION = 'ISO/IEC 27001:2022 A.8.19';
/** Information backup. */
export const ISO_BACKUP = 'ISO/IEC 27001:2022 A.8.13';
/** Documented operating procedures. */
export const ISO_PROCEDURES = 'ISO/IEC 27001:2022 A.5.37';

/** Changes follow a procedure: reason, impact, approval, tests, a way back. */
export const PCI_CHANGES = 'PCI DSS v4.0.1 6.5.1';
/** What is not production is kept apart from it. */
export const PCI_SEPARATION = 'PCI DSS v4.0.1 6.5.3';
/** Only what was reviewed and approved is deployed. */
export const PCI_ACCOUNTABILITY = 'PCI DSS v4.0.1 6.5.4';

/** Role-based access and the segregation of duties. */
export const SOC_2_DUTIES = 'SOC 2 CC6.3';
/** Vulnerabilities are looked for. */
export const SOC_2_VULNERABILITIES = 'SOC 2 CC7.1';
/** Segregation of duties. */
export const ISO_DUTIES = 'ISO/IEC 27001:2022 A.5.3';
/** Management of technical vulnerabilities. */
export const ISO_VULNERABILITIES = 'ISO/IEC 27001:2022 A.8.8';
/** Security testing in development and acceptance. */
export const ISO_TESTING = 'ISO/IEC 27001:2022 A.8.29';
/** Code is reviewed by somebody else than its author, and approved before it is released. */
export const PCI_REVIEW = 'PCI DSS v4.0.1 6.2.3.1';
/** Vulnerabilities are identified and ranked. */
export const PCI_VULNERABILITIES = 'PCI DSS v4.0.1 6.3.1';
