"""Signatures on manifests: Ed25519, by a key that its owner keeps outside the repository."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.export.marks.manifest import UNSIGNED, Manifest

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

METHOD = "ed25519"


@dataclass(frozen=True)
class SigningKey:
    """A private key of Ed25519."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> str:
        """The public key, in hexadecimal letters."""
        return self.private.public_key().public_bytes_raw().hex()

    def signature(self, digest: str) -> str:
        """What stands under `signature` of a manifest with this hash."""
        return f"{METHOD}:{self.public}:{self.private.sign(digest.encode('ascii')).hex()}"


def key_of(path: Path) -> SigningKey:
    """The private key of a file (PEM, without a password), as `openssl genpkey -algorithm ed25519` makes it.

    Raises
    ------
    ValueError
        When the file holds no such key.
    OSError
        When it can't be read.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise ValueError(f"{path}: no private key that can be read without a password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path}: a key, but none of Ed25519")
    return SigningKey(key)


def public_key_of(path: Path) -> str:
    """The public key of a file (PEM), in hexadecimal letters.

    Raises
    ------
    ValueError
        When the file holds no such key.
    OSError
        When it can't be read.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: no public key that can be read") from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(f"{path}: a key, but none of Ed25519")
    return key.public_bytes_raw().hex()


def signer_of(manifest: Manifest) -> str | None:
    """The public key that signed a manifest, in hexadecimal letters; None where nobody did, '' where it is not its signature."""
    if manifest.signature == UNSIGNED:
        return None
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    method, _, rest = manifest.signature.partition(":")
    public, _, signature = rest.partition(":")
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), manifest.sha256.encode("ascii"))
    except (ValueError, InvalidSignature):
        return ""
    return public if method == METHOD and public == public.lower() and signature == signature.lower() else ""
