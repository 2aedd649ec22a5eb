/** The codes of a school's meetings that travel, and that the site has words for. */

/** School-ondersteuningsteam, zorg-adviesteam. */
export const kinds = ['sot', 'zat'] as const
export type Kind = (typeof kinds)[number]

/** Who joins from elsewhere: workers of their own organisation (domain.md section 6), and the municipality's consultant. */
export const guestRoles = ['school_social_worker', 'youth_nurse', 'consultant'] as const
export type GuestRole = (typeof guestRoles)[number]
