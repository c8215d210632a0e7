/**
 * The vendor's export numbers some certifications instead of naming them. Titles of the numbers seen in public
 * exports of 2021 (source: guygregory/certrenew, example file and script), followed by other names of the same
 * certification; other numbers fall back to the row's own title.
 */
export const INSIGHTS_ACTIVITY_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    3051: ['Azure Administrator Associate'],
    3077: ['Azure Solutions Architect Expert'],
    3078: ['Azure Developer Associate'],
    3079: ['Security Administrator Associate', 'Microsoft 365 Security Administrator Associate'],
    3080: ['Teamwork Administrator Associate'],
    3081: ['Enterprise Administrator Expert'],
    3082: ['Azure DevOps Engineer Expert', 'DevOps Engineer Expert'],
    3085: ['Messaging Administrator Associate'],
    3086: ['Azure AI Engineer Associate'],
    3087: ['Azure Data Scientist Associate'],
    3088: ['Azure Data Engineer Associate'],
    3091: ['Azure Security Engineer Associate'],
    3106: ['Azure for SAP Workloads (Specialty)'],
    3130: ['Teams Administrator Associate'],
    3131: ['Azure IoT Developer (Specialty)'],
    3142: ['Data Analyst Associate'],
    3143: ['Azure Database Administrator Associate'],
    3151: ['cert:power-platform-app-maker-associate', 'Power Platform App Maker Associate'],
  }),
);
