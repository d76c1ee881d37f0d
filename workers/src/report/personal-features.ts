/** Features that say what a person is, not what a customer did. */
export const personalFeatures: readonly string[] = ['age', 'gender', 'region'];
