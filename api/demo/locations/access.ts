/** How editors say who can get in. */
export const level = 'Zonder drempel naar binnen'
export const lift = 'Met een lift naar elke verdieping'
export const toilet = 'Rolstoeltoilet'
export const wheelchair = 'Toegankelijk met een rolstoel'
export const loop = 'Ringleiding voor mensen met een hoortoestel'
