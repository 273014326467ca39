// Formulas of Javadoc stand in <pre> without <code>, in Unicode, to be read in the source. Here they are typeset, line by line; what
// cannot be is left as it is.
(() => {
  const FUNCTIONS = /^(div|log|ln|exp|sin|cos|tan|tanh|cosh|sinh|max|min|sup|inf|argmin|argmax|sign|sgn|erf|erfc|prox|Prox|clip|det|Var)$/;
  const FRACTIONS = {'½': '\\tfrac12', '⅓': '\\tfrac13', '⅔': '\\tfrac23', '¼': '\\tfrac14', '¾': '\\tfrac34', '⅛': '\\tfrac18'};

  const WORDS = /^(or|in|if|by|of|at|to|is|on|as|no|we|it|so|an)$/;

  function word(letters) {
    if (FUNCTIONS.test(letters)) return '\\operatorname{' + letters + '}';
    return letters.length > 2 || WORDS.test(letters) ? '\\text{' + letters + '}' : letters;
  }

  function tex(line) {
    const kept = [];
    const keep = text => String.fromCharCode(0xE000 + kept.push(text) - 1);
    return line
      .replace(/([_^])\{([^{}]*)\}/g, (all, mark, inner) => mark + keep('{' + tex(inner) + '}'))
      .replace(/([_^])\(([^()]*)\)/g, (all, mark, inner) => mark + keep('{' + tex(inner) + '}'))
      .replace(/√\(([^()]*)\)/g, (all, inner) => keep('\\sqrt{' + tex(inner) + '}'))
      .replace(/√(\p{L})/gu, (all, letter) => keep('\\sqrt{' + letter + '}'))
      .replace(/∂([txyrs])(?![A-Za-z])/g, (all, letter) => '∂' + keep('_{' + letter + '}'))
      .replace(/_([A-Za-z0-9]{2,})/g, (all, inner) => '_' + keep('{' + word(inner) + '}'))
      .replace(/[\\{}%#&$~]/g, symbol => keep('\\' + (symbol === '\\' ? 'backslash ' : symbol === '~' ? 'sim ' : symbol)))
      .replace(/[½⅓⅔¼¾⅛]/g, fraction => keep(FRACTIONS[fraction]))
      .replace(/ᵀ/g, () => keep('^{\\mathsf T}'))
      .replace(/(\p{L})\*(?! )/gu, (all, letter) => letter + keep('^{*}'))
      .replace(/( ?)([A-Za-z]{2,})((?: (?! ))?)/g, (all, before, letters, after) => {
        const set = word(letters);
        const plain = set.startsWith('\\text');
        return keep(plain ? '\\text{' + before + letters + after + '}' : (before ? '\\,' : '') + set + ' ') + (plain ? '' : after);
      })
      .replace(/ {2,}/g, () => keep('\\quad '))
      .replace(/(?<=[\p{L}\p{N})\]'|\uE000-\uF8FF]) (?=[\p{L}∇∂∫(\[\uE000-\uF8FF])/gu, () => keep('\\,'))
      .replace(/Σ/g, '\\sum ')
      .replace(/·/g, '\\cdot ').replace(/\*/g, '\\ast ').replace(/…/g, '\\dots ')
      .replace(/[\uE000-\uF8FF]/g, mark => kept[mark.charCodeAt(0) - 0xE000]);
  }

  function typeset(pre) {
    const formula = document.createElement('div');
    formula.className = 'formula';
    for (const line of pre.textContent.split('\n')) {
      if (line.trim() === '') continue;
      const row = document.createElement('div');
      katex.render('\\displaystyle ' + tex(line.trim()), row, {throwOnError: true, strict: false});
      formula.append(row);
    }
    pre.replaceWith(formula);
  }

  let left = 0;
  document.querySelectorAll('pre').forEach(pre => {
    if (pre.querySelector('code')) return;
    try { typeset(pre); } catch (error) { left++; pre.title = error.message; }
  });
  document.documentElement.dataset.leftFormulas = left;
})();
