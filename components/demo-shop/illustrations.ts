/** The demo shop's pictures, drawn as SVG so that the page needs nothing from elsewhere. Colours come from shop.css. */
const picture = (label: string, inside: string) => `<svg viewBox="0 0 240 200" role="img" aria-label="${label}">${inside}</svg>`;

export const illustrations = {
  sofa: picture(
    "Sofá de três lugares",
    `<rect class="wall" width="240" height="200"/><ellipse class="shade" cx="120" cy="168" rx="100" ry="9"/>
    <rect class="wood" x="46" y="150" width="8" height="18" rx="3"/><rect class="wood" x="186" y="150" width="8" height="18" rx="3"/>
    <rect class="clay" x="44" y="82" width="152" height="56" rx="16"/><rect class="clay-dark" x="30" y="102" width="32" height="54" rx="14"/><rect class="clay-dark" x="178" y="102" width="32" height="54" rx="14"/>
    <rect class="clay-light" x="56" y="116" width="63" height="30" rx="9"/><rect class="clay-light" x="121" y="116" width="63" height="30" rx="9"/><rect class="clay" x="50" y="140" width="140" height="18" rx="8"/>
    <rect class="sand" x="66" y="88" width="34" height="32" rx="8" transform="rotate(-8 83 104)"/><rect class="leaf" x="142" y="88" width="34" height="32" rx="8" transform="rotate(9 159 104)"/>`,
  ),
  lamp: picture(
    "Luminária de piso",
    `<rect class="wall b" width="240" height="200"/><circle class="glow" cx="120" cy="66" r="62"/><ellipse class="shade" cx="120" cy="178" rx="44" ry="6"/>
    <path class="line" d="M120 82V172"/><rect class="wood" x="92" y="170" width="56" height="8" rx="4"/><path class="sand" d="M94 42h52l16 48H78z"/><path class="clay-light" d="M82 78h76l4 12H78z"/>`,
  ),
  vase: picture(
    "Vaso de cerâmica com ramos",
    `<rect class="wall c" width="240" height="200"/><ellipse class="shade" cx="120" cy="172" rx="52" ry="7"/>
    <path class="stem" d="M120 104C118 74 104 54 88 38M121 104c2-32 12-50 32-66M120 100V28"/>
    <g class="leaf"><ellipse cx="88" cy="36" rx="8" ry="15" transform="rotate(-38 88 36)"/><ellipse cx="102" cy="62" rx="7" ry="13" transform="rotate(-52 102 62)"/><ellipse cx="154" cy="36" rx="8" ry="15" transform="rotate(42 154 36)"/><ellipse cx="137" cy="62" rx="7" ry="13" transform="rotate(50 137 62)"/><ellipse cx="120" cy="26" rx="7" ry="14"/></g>
    <path class="clay" d="M102 100h36c-4 12 18 22 18 44 0 20-16 28-36 28s-36-8-36-28c0-22 22-32 18-44z"/><path class="clay-dark" d="M86 134c20 8 48 8 68 0 2 6 2 10 1 16-22 7-48 7-70 0-1-6-1-10 1-16z"/>`,
  ),
  table: picture(
    "Mesa de jantar redonda",
    `<rect class="wall b" width="240" height="200"/><ellipse class="shade" cx="120" cy="174" rx="82" ry="8"/>
    <path class="wood-dark" d="M108 104h24l10 66h-44z"/><ellipse class="wood-dark" cx="120" cy="171" rx="40" ry="7"/><ellipse class="wood" cx="120" cy="98" rx="94" ry="20"/><ellipse class="wood-light" cx="120" cy="93" rx="94" ry="20"/>
    <ellipse class="sand" cx="120" cy="90" rx="30" ry="7"/><path class="clay" d="M106 62h28c0 16-4 26-14 26s-14-10-14-26z"/><g class="leaf"><ellipse cx="110" cy="50" rx="6" ry="14" transform="rotate(-24 110 50)"/><ellipse cx="130" cy="50" rx="6" ry="14" transform="rotate(24 130 50)"/><ellipse cx="120" cy="46" rx="6" ry="16"/></g>`,
  ),
  armchair: picture(
    "Poltrona com braços de madeira",
    `<rect class="wall c" width="240" height="200"/><ellipse class="shade" cx="120" cy="176" rx="66" ry="8"/>
    <path class="wood" d="M68 114h10v60h-8zM162 114h10v60h-8z"/><rect class="wood-light" x="56" y="108" width="34" height="9" rx="4"/><rect class="wood-light" x="150" y="108" width="34" height="9" rx="4"/>
    <rect class="leaf" x="78" y="50" width="84" height="86" rx="20"/><rect class="leaf-dark" x="74" y="122" width="92" height="28" rx="12"/><rect class="sand" x="100" y="92" width="40" height="34" rx="8" transform="rotate(-5 120 109)"/>`,
  ),
  rug: picture(
    "Tapete tecido à mão",
    `<rect class="wall" width="240" height="200"/><g transform="rotate(-8 120 104)"><rect class="sand" x="42" y="46" width="156" height="112" rx="4"/><rect class="clay" x="42" y="60" width="156" height="9"/><rect class="leaf" x="42" y="136" width="156" height="9"/>
    <path class="zigzag" d="M48 86l12 12 12-12 12 12 12-12 12 12 12-12 12 12 12-12 12 12 12-12 12 12 12-12M48 108l12 12 12-12 12 12 12-12 12 12 12-12 12 12 12-12 12 12 12-12 12 12 12-12"/><path class="fringe" d="M36 50v104M204 50v104"/></g>`,
  ),
  mugs: picture(
    "Canecas de cerâmica",
    `<rect class="wall b" width="240" height="200"/><ellipse class="shade" cx="120" cy="156" rx="90" ry="8"/>
    <path class="handle clay-line" d="M108 96c22-4 22 36 0 34"/><path class="clay" d="M44 80h64v56c0 12-8 18-18 18H62c-10 0-18-6-18-18z"/><ellipse class="clay-dark" cx="76" cy="80" rx="32" ry="8"/>
    <path class="handle leaf-line" d="M196 100c20-4 20 34 0 32"/><path class="leaf" d="M134 86h62v50c0 12-8 18-18 18h-26c-10 0-18-6-18-18z"/><ellipse class="leaf-dark" cx="165" cy="86" rx="31" ry="8"/><path class="steam" d="M66 62c-6-10 8-14 2-26M84 62c-6-10 8-14 2-26"/>`,
  ),
  shelf: picture(
    "Estante de parede",
    `<rect class="wall c" width="240" height="200"/><rect class="wood" x="36" y="82" width="168" height="9" rx="2"/><rect class="wood" x="36" y="148" width="168" height="9" rx="2"/>
    <rect class="clay" x="50" y="44" width="12" height="38"/><rect class="leaf" x="63" y="36" width="14" height="46"/><rect class="sand" x="78" y="48" width="10" height="34"/><rect class="clay-dark" x="90" y="42" width="13" height="40" transform="rotate(9 96 82)"/>
    <circle class="clay-light" cx="166" cy="62" r="20"/><rect class="leaf-dark" x="52" y="112" width="40" height="36" rx="4"/><path class="sand" d="M120 148c-10-14 0-30 12-34 12 4 22 20 12 34z"/><g class="leaf"><ellipse cx="178" cy="112" rx="7" ry="16" transform="rotate(-20 178 112)"/><ellipse cx="190" cy="114" rx="7" ry="15" transform="rotate(24 190 114)"/></g><rect class="clay" x="170" y="124" width="28" height="24" rx="4"/>`,
  ),
};
