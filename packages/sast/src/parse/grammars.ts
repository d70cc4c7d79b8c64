/**
 * Where a grammar comes from. Its files lie in `grammars/<name>/`, unmodified or built from unmodified sources;
 * `grammars/fetch.mjs` puts them there.
 */
export interface GrammarSource {
  readonly package: string;
  readonly version: string;
  /** The package as npm knows it: `sha512-…`. */
  readonly integrity: string;
  /** The grammar's WebAssembly in the package; one without is built from its C sources. */
  readonly file?: string;
  /** Where the package has `src/node-types.json`, if it holds several grammars. */
  readonly folder?: string;
  /** Of the WebAssembly, hexadecimal. */
  readonly sha256: string;
  readonly licence: string;
}

/** Every grammar we parse with. Tests compare the table with what lies in `grammars/`. */
export const grammars = {
  javascript: {
    package: 'tree-sitter-javascript',
    version: '0.25.0',
    integrity: 'sha512-1fCbmzAskZkxcZzN41sFZ2br2iqTYP3tKls1b/HKGNPQUVOpsUxpmGxdN/wMqAk3jYZnYBR1dd/y/0avMeU7dw==',
    file: 'tree-sitter-javascript.wasm',
    sha256: '5fb488d0cabb4775a594bab85682de5ad6ce83c0d6ac997a9f82dd084d571240',
    licence: 'MIT',
  },
  typescript: {
    package: 'tree-sitter-typescript',
    version: '0.23.2',
    integrity: 'sha512-e04JUUKxTT53/x3Uq1zIL45DoYKVfHH4CZqwgZhPg5qYROl5nQjV+85ruFzFGZxu+QeFVbRTPDRnqL9UbU4VeA==',
    file: 'tree-sitter-typescript.wasm',
    folder: 'typescript/',
    sha256: '778025db5a8be0e70f8ccc3671e486dfeddd048c25d9e8a70c26de2e1bf6f97d',
    licence: 'MIT',
  },
  tsx: {
    package: 'tree-sitter-typescript',
    version: '0.23.2',
    integrity: 'sha512-e04JUUKxTT53/x3Uq1zIL45DoYKVfHH4CZqwgZhPg5qYROl5nQjV+85ruFzFGZxu+QeFVbRTPDRnqL9UbU4VeA==',
    file: 'tree-sitter-tsx.wasm',
    folder: 'tsx/',
    sha256: '79e5da75ea62855a0cd67177685f0164eac87d5f630b3cbe1e0a099751ad30f8',
    licence: 'MIT',
  },
  python: {
    package: 'tree-sitter-python',
    version: '0.25.0',
    integrity: 'sha512-eCmJx6zQa35GxaCtQD+wXHOhYqBxEL+bp71W/s3fcDMu06MrtzkVXR437dRrCrbrDbyLuUDJpAgycs7ncngLXw==',
    file: 'tree-sitter-python.wasm',
    sha256: '16108b50df4ee9a30168794252ab55e7c93bfc5765d7fa0aa3e335752c515f47',
    licence: 'MIT',
  },
  java: {
    package: 'tree-sitter-java',
    version: '0.23.5',
    integrity: 'sha512-Yju7oQ0Xx7GcUT01mUglPP+bYfvqjNCGdxqigTnew9nLGoII42PNVP3bHrYeMxswiCRM0yubWmN5qk+zsg0zMA==',
    file: 'tree-sitter-java.wasm',
    sha256: '4fdeac4ca6ca089f06c6f7e562abcac1733cd465728cc7031ebb73c2019122c4',
    licence: 'MIT',
  },
  go: {
    package: 'tree-sitter-go',
    version: '0.25.0',
    integrity: 'sha512-APBc/Dq3xz/e35Xpkhb1blu5UgW+2E3RyGWawZSCNcbGwa7jhSQPS8KsUupuzBla8PCo8+lz9W/JDJjmfRa2tw==',
    file: 'tree-sitter-go.wasm',
    sha256: '9504573f352b20be7f2f1911754d710622aedc15afff16d5ed8fb5645681aee7',
    licence: 'MIT',
  },
  json: {
    package: 'tree-sitter-json',
    version: '0.24.8',
    integrity: 'sha512-Tc9ZZYwHyWZ3Tt1VEw7Pa2scu1YO7/d2BCBbKTx5hXwig3UfdQjsOPkPyLpDJOn/m1UBEWYAtSdGAwCSyagBqQ==',
    file: 'tree-sitter-json.wasm',
    sha256: 'd2119fb98d5912719b13f9458574f8608d2d29dfbe45f6be1f860ea1fe2a2405',
    licence: 'MIT',
  },
  yaml: {
    package: '@tree-sitter-grammars/tree-sitter-yaml',
    version: '0.7.1',
    integrity: 'sha512-AynBwkIoQCTgjDR33bDUp9Mqq+YTco0is3n5hRApMqG9of/6A4eQsfC1/uSEeHSUyMQSYawcAWamsexnVpIP4Q==',
    file: 'tree-sitter-yaml.wasm',
    sha256: 'e752dc21c3591df9b45692fe417d101f45d1828c28c44d79005f4066dc7e4e91',
    licence: 'MIT',
  },
  c: {
    package: 'tree-sitter-c',
    version: '0.24.1',
    integrity: 'sha512-lkYwWN3SRecpvaeqmFKkuPNR3ZbtnvHU+4XAEEkJdrp3JfSp2pBrhXOtvfsENUneye76g889Y0ddF2DM0gEDpA==',
    file: 'tree-sitter-c.wasm',
    sha256: 'c852c2a85ebf2beb636aa3b0ef7f7e70458684d74f6741b20dcb296885bed9f9',
    licence: 'MIT',
  },
  ruby: {
    package: 'tree-sitter-ruby',
    version: '0.23.1',
    integrity: 'sha512-d9/RXgWjR6HanN7wTYhS5bpBQLz1VkH048Vm3CodPGyJVnamXMGb8oEhDypVCBq4QnHui9sTXuJBBP3WtCw5RA==',
    file: 'tree-sitter-ruby.wasm',
    sha256: '09a96427d7c72f0613ed470cd9812223fc4a91d6a9c025c0235cc6bd59ff96f4',
    licence: 'MIT',
  },
  php: {
    package: 'tree-sitter-php',
    version: '0.24.2',
    integrity: 'sha512-zwgAePc/HozNaWOOfwRAA+3p8yhuehRw8Fb7vn5qd2XjiIc93uJPryDTMYTSjBRjVIUg/KY6pM3rRzs8dSwKfw==',
    file: 'tree-sitter-php.wasm',
    folder: 'php/',
    sha256: 'd4df6a6ff08c87c3ec4f9cbb785fe09998a0cb570e03f57d7b19b3acfb146aa7',
    licence: 'MIT',
  },
  csharp: {
    package: 'tree-sitter-c-sharp',
    version: '0.23.5',
    integrity: 'sha512-xJGOeXPMmld0nES5+080N/06yY6LQi+KWGWV4LfZaZe6srJPtUtfhIbRSN7EZN6IaauzW28v6W4QHFwmeUW6HQ==',
    file: 'tree-sitter-c_sharp.wasm',
    sha256: '6f69e1cae44e1c32c1eccc170dc5a9778fb94ff716f71113fe1f8c4299aa2f40',
    licence: 'MIT',
  },
  kotlin: {
    package: '@tree-sitter-grammars/tree-sitter-kotlin',
    version: '1.1.0',
    integrity: 'sha512-vlVXaxEE8t2kpJgfZpa8XVvxcnKw9AYtRTgy7KWjsDmAsadk06RxAT80IXOgGQnmM9i/orQn1nD84gPNUHu6DQ==',
    file: 'tree-sitter-kotlin.wasm',
    sha256: '7009d69453bc8735e438b2818a633efb21c88f99782769abba60dffedfab73f7',
    licence: 'MIT',
  },
  rust: {
    package: 'tree-sitter-rust',
    version: '0.24.0',
    integrity: 'sha512-NWemUDf629Tfc90Y0Z55zuwPCAHkLxWnMf2RznYu4iBkkrQl2o/CHGB7Cr52TyN5F1DAx8FmUnDtCy9iUkXZEQ==',
    file: 'tree-sitter-rust.wasm',
    sha256: 'f65f354215611fd94ad34134b3427eb3d58cbb745df7b6509ba722184db73d57',
    licence: 'MIT',
  },
  cpp: {
    package: 'tree-sitter-cpp',
    version: '0.23.4',
    integrity: 'sha512-qR5qUDyhZ5jJ6V8/umiBxokRbe89bCGmcq/dk94wI4kN86qfdV8k0GHIUEKaqWgcu42wKal5E97LKpLeVW8sKw==',
    file: 'tree-sitter-cpp.wasm',
    sha256: '174eb0deb75b2ec7881bcacda9f995648d8e683956e5c2267e69ab6dc503fcbf',
    licence: 'MIT',
  },
  bash: {
    package: 'tree-sitter-bash',
    version: '0.25.1',
    integrity: 'sha512-7hMytuYIMoXOq24yRulgIxthE9YmggZIOHCyPTTuJcu6EU54tYD+4G39cUb28kxC6jMf/AbPfWGLQtgPTdh3xw==',
    file: 'tree-sitter-bash.wasm',
    sha256: '8292919c88a0f7d3fb31d0cd0253ca5a9531bc1ede82b0537f2c63dd8abe6a7a',
    licence: 'MIT',
  },
  hcl: {
    package: '@tree-sitter-grammars/tree-sitter-hcl',
    version: '1.2.0',
    integrity: 'sha512-2bVnOojkkdMLevp0G4v3ksbNoOQFc/Pt9GAdWX4i3aykVyI+CkktE1hsF/XAeUQFjwgGrVZnEyeCll5oD7Ibfg==',
    file: 'tree-sitter-hcl.wasm',
    sha256: '86bb80cd151bd3ab1e44ed431a9c1874978db31519c62055efb50f028a1d0118',
    licence: 'Apache-2.0',
  },
  lua: {
    package: '@tree-sitter-grammars/tree-sitter-lua',
    version: '0.4.1',
    integrity: 'sha512-EwagFaU6ZveVk18/Y8qUhZkkiBKnQ7dSCHbm//TUroLVKy3i1rOYGy/cNHtSkAb1eDvS1HhCLybH2S541Cya/g==',
    file: 'tree-sitter-lua.wasm',
    sha256: '6d95607fc7d78964cfdf065ccb1ba76be5ed217c5ec0d0a3cace13c59fa1ae43',
    licence: 'MIT',
  },
  toml: {
    package: '@tree-sitter-grammars/tree-sitter-toml',
    version: '0.7.0',
    integrity: 'sha512-873Kl518Qm5ghbWadISY41rwFjee0v+2bU4twwvAw2VAJcWwj2vBo3F3hOCXfbqHaFiqc4qh6eLhkMl2YZJS0g==',
    file: 'tree-sitter-toml.wasm',
    sha256: '1ac6a83826c35a68857f8325e00c78f6bcbef4eb6db3931a6cf3041f76e5e09f',
    licence: 'MIT',
  },
  html: {
    package: 'tree-sitter-html',
    version: '0.23.2',
    integrity: 'sha512-TN+l+7cCeLx9db/1RhRSqMAZO/266Oh2BHb8J8hMSSFLuzYvFTYP/UnD3S0mny5awzw05KzFNgu2vnwzN9wVJg==',
    file: 'tree-sitter-html.wasm',
    sha256: 'c48fcd82c7ea8bf943180088ba7f28c48b2bb5287874179168bf9d31e394cf85',
    licence: 'MIT',
  },
  scala: {
    package: 'tree-sitter-scala',
    version: '0.24.0',
    integrity: 'sha512-vkMuAUrBZ1zZz2XcGDQk18Kz73JkpgaeXzbNVobPke0G35sd9jH32aUxG6OLRKM7et0TbsfqkWf4DeJoGk4K1g==',
    file: 'tree-sitter-scala.wasm',
    sha256: 'b7ec2bb29c19827abcefd18ed5cb5a43596009f96a5d53c5b9d1f9676d7521c3',
    licence: 'MIT',
  },
  elixir: {
    package: 'tree-sitter-elixir',
    version: '0.3.5',
    integrity: 'sha512-xozQMvYK0aSolcQZAx2d84Xe/YMWFuRPYFlLVxO01bM2GITh5jyiIp0TqPCQa8754UzRAI7A83hZmfiYub5TZQ==',
    file: 'tree-sitter-elixir.wasm',
    sha256: 'ed99093c548c12d43f7e337fd3440e9e2daa2ec671a5e29aadb6c6dcb2232a62',
    licence: 'Apache-2.0',
  },
  swift: {
    package: 'tree-sitter-swift',
    version: '0.7.1',
    integrity: 'sha512-pneKVTuGamaBsqqqfB9BvNQjktzh/0IVPR54jLB5Fq/JTDQwYHd0Wo6pVyZ5jAYpbztzq+rJ/rpL9ruxTmSoKw==',
    sha256: '8bcf5d3c8d1858b5f5f2606af28417c026f6a46723921ee0ec6c2ad3b7594101',
    licence: 'MIT',
  },
  dart: {
    package: '@sengac/tree-sitter-dart',
    version: '1.1.6',
    integrity: 'sha512-lLsF6pVmsC8+JkCnSvRzqa1jJYs+129EOn93MZCsvNnmDrZ2gcEaiqhTj69ttsjQZ2sR+LNxumdphHsw/Ln0Ew==',
    sha256: '21da7de23f28d27999e9f73d19de67f7c3d8614c9ed73b3c3e6927a40585cf49',
    licence: 'MIT',
  },
  apex: {
    package: 'tree-sitter-sfapex',
    version: '3.0.0',
    integrity: 'sha512-AGwAjSr9WDM+1IgqpQfYEsi+FN4zjGaagPEU9RGrO7abNVc51X6gaAnBEdl7FMVAxEH1qWgHO8nO2Nbb8jOgAA==',
    folder: 'apex/',
    sha256: '1c73827878a655dbeb573323b6d406ce5607e6bc5a91cfc747d4acbe3945cb7d',
    licence: 'MIT',
  },
  solidity: {
    package: 'tree-sitter-solidity',
    version: '1.2.13',
    integrity: 'sha512-nO2AbcAuz2Qba8JnPNe/3FVjRRvGY3ApxSJ8UPIzfynJm4PYCMbBoXxxbprvMgjCbGYR/ZrHGIPKzXV7zBa+lQ==',
    file: 'tree-sitter-solidity.wasm',
    sha256: '07420813d7668445152a5d5d2017e0fb84cb27342257e1add3cc7462eec7f811',
    licence: 'MIT',
  },
  sql: {
    package: '@derekstride/tree-sitter-sql',
    version: '0.3.11',
    integrity: 'sha512-YRtTXVWK4n7/3BUGchhGcW/IF1u2ldR2fd0t3Uw7ymbGXcRfiG3v1T6N43jQKXz2LwN+Nx+Ab96T0HtusBVH9g==',
    sha256: 'fccecc806f18f679dc128ee0891414abaa973655c9d2a748d87b7289eb9fb3fd',
    licence: 'MIT',
  },
  xml: {
    package: '@tree-sitter-grammars/tree-sitter-xml',
    version: '0.7.0',
    integrity: 'sha512-AZHPPHEffNECqe1j6SGtgrQryPymKxniIbwI/9FQHvfhHe2Ug/aec51sJr2JWhE8do1Keaul5Yw2U2AiiPEm8Q==',
    folder: 'xml/',
    sha256: 'eee509ad42a3cfd81e67aaec12a1ce37e342c12c322b72e0c509869a12344748',
    licence: 'MIT',
  },
} as const satisfies Record<string, GrammarSource>;

/** A grammar that is WebAssembly. */
export type WasmGrammar = keyof typeof grammars;

/** Formats that are read by hand, with the grammar of what is written inside of them. */
export const readByHand = { dockerfile: 'bash' } as const satisfies Record<string, WasmGrammar>;
export type HandGrammar = keyof typeof readByHand;

export type GrammarName = WasmGrammar | HandGrammar;

/** The grammar's WebAssembly, from the folder of this package. */
export function grammarFile(name: WasmGrammar): string {
  return `grammars/${name}/grammar.wasm`;
}
