/** Working days for each waiting state where two partners have agreed nothing else. Source: domain.md section 4. */
export const ANSWER_DAYS = 3
export const CONTACT_DAYS = 5
export const START_DAYS = 10
