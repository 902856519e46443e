/**
 * The ways one and the same mobile number may be written by a provider, as E.164 with the plus: Brazilian numbers with
 * and without the ninth digit, Argentinian with and without the 9, Mexican with and without the 1.
 */
export function phoneTwins(phone: string): string[] {
  const digits = phone.replace(/\D/g, "");
  const twins = new Set([digits]);
  const brazil = /^55(\d{2})(9?)(\d{8})$/.exec(digits);
  if (brazil && /^[6-9]/.test(brazil[3]!)) {
    twins.add(`55${brazil[1]}${brazil[3]}`);
    twins.add(`55${brazil[1]}9${brazil[3]}`);
  }
  const argentina = /^54(9?)(\d{10})$/.exec(digits);
  if (argentina) {
    twins.add(`54${argentina[2]}`);
    twins.add(`549${argentina[2]}`);
  }
  const mexico = /^52(1?)(\d{10})$/.exec(digits);
  if (mexico) {
    twins.add(`52${mexico[2]}`);
    twins.add(`521${mexico[2]}`);
  }
  return [...twins].map((twin) => `+${twin}`);
}
