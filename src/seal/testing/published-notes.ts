/** Notes and keys that others published: what is read here is what the world writes. */

/** The example of c2sp.org/signed-note, "Verifier keys". */
export const C2SP = {
  verifierKey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`,
};

/** The examples of golang.org/x/mod/sumdb/note. The private key is published on purpose. */
export const GO_EXAMPLE = {
  privateKey: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifierKey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  enochVerifierKey: 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  peter:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
  enoch:
    '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n',
};

/** Two heads that Go's checksum database signed, years apart, and its key as it is built into the go command. */
export const SUM_GOLANG_ORG = {
  origin: 'go.sum database tree',
  verifierKey: 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
  older: `go.sum database tree
3935567
SapHtgdNCeF00Cx8kqztePV24kgzNg++Xovae42HAMw=

— sum.golang.org Az3grsm7Wm4CVNR1RHq9BFnu9jzcRlU2uw7lr0gfUWgO6+rqPNjT+fUTl9gH0NRTgdwW9nItuQSMbhSaLCsk8YeYSAs=
`,
  newer: `go.sum database tree
52544510
+TGlZfnTizQCJgyZR56QixD8+X4dd8Wefy8U1w6k0Ig=

— sum.golang.org Az3grn6d1PSjcypDf9bfcFVU5fvJB7VkLc0MAbz8jqeQVnSbAj9pKcsB5dJt5VdswPDUtiFar5LPRBu+uEQAT1CDfAc=
`,
};

/**
 * An entry of Sigstore's staging log (Rekor 2), its proof and its checkpoint with a witness's line (sigstore-conformance,
 * rekor2-checkpoint-cosigned and -two-sigs-from-origin).
 */
export const REKOR = {
  origin: 'log2025-alpha1.rekor.sigstage.dev',
  /** The log's key is published as SPKI; this is its last 32 bytes in the form of a verifier key. */
  verifierKey: 'log2025-alpha1.rekor.sigstage.dev+f30d5a99+AT5/gERB6AWme8IEtcwaqcZi0hp8ocV4+JRcUnVlQfKP',
  /** RFC 6962 leaf hash of the entry's canonical body. */
  leaf: 'eEcO/ykhh4whQXJrZQvzSQmcN4UKcx8oemrM811ARB8=',
  index: 735,
  proof: [
    'JW27adKabAL7le2rFDSEUhPM94lzNjlhqi1BDFCFLCQ=',
    'RbML4EU6v7vmDTLhcSzoi9tXr2IpqvGdXSofxij89RA=',
    'W04Xfh+3qi0jWpYoDkt7GOrs5rRcDkZ2DH4P7YRmeVo=',
    'cuFXxcpaflWsMid8mdJIBbBm4X25GQzOS87ZCrU0zgY=',
    'Q1YXRmGYBNGsajHNJEPEJJUBUCoG4RbZx2bpvuDUxBk=',
    '+gnK+M5cyTZ0UncCImJch9APOM+yjuVvfEuX7z6AamQ=',
    'QMesRTEZdIgthOEinYE/9J7wGv+VmArDZTICj9POmhY=',
    'UNUMG62rMwoqCqFKknh4R5Ubkf5Z6dj+Pk0m/1xu8uo=',
  ],
  checkpoint: `log2025-alpha1.rekor.sigstage.dev
736
rs1YPY0ydAV0lxgfrq5pE4oRpUJwo3syeps5+eGUTDI=

— witness.example O8PH5AAAAABopO8+4O9uzScQrNEnGdKLYXSPoUjH1Se4n92W+wT/j5Kel/4J2XWE4bEe9bpIVUD6EGOeUDFkSWz/rbDhvVcJ/2OrDw==
— log2025-alpha1.rekor.sigstage.dev 8w1amdbj1mjNN674dHAkD92+QZoEgBC7o0mXYSTRluDjQrOPjrps3zQB9ut+ShLepyZPsWBDi5IB3yXyjgjQT6OG9A8=
— log2025-alpha1.rekor.sigstage.dev mixjVTBEAiAv6tS03L1YvDipqsZBkJ/aL62be4XzHfDEHYXqNza0cAIgT2PcBzKxE4kHLlw2U1QtO4/YXfPdy5QtFpDw1lWkIXs=
`,
};
