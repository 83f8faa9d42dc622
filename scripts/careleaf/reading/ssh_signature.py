"""OpenSSH signatures, read and verified without ssh-keygen, so that a check says the same on every machine.

The form is OpenSSH's own (https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig); keys and
signatures within it follow RFC 4253 (6.6), RFC 5656 (3.1.2), RFC 8332 and RFC 8709. What is verified:
Ed25519, ECDSA with the NIST curves, and RSA of 2048 bits or more with SHA-512 or SHA-256. Keys held in a
FIDO token sign another form, and are refused as unreadable.
"""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, HashAlgorithm
from cryptography.hazmat.primitives.serialization import load_ssh_public_key

_MAGIC = b"SSHSIG"
_VERSION = 1
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MOST = 20_000
"""Characters of an armoured signature, or of a key; an RSA signature of 16384 bits has a fifth of that."""
_LEAST_RSA_BITS = 2048
_DIGESTS = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
_RSA: dict[bytes, HashAlgorithm] = {b"rsa-sha2-512": SHA512(), b"rsa-sha2-256": SHA256()}
_CURVES: dict[str, HashAlgorithm] = {"secp256r1": SHA256(), "secp384r1": SHA384(), "secp521r1": SHA512()}

PublicKey = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey


class UnreadableError(Exception):
    """A signature or key has another form than one that can be verified."""


@dataclass(frozen=True, slots=True)
class SshSignature:
    """What an armoured signature holds."""

    key: bytes
    """The public key that made it, as the wire has it."""
    namespace: str
    hash_name: bytes
    algorithm: bytes
    value: bytes


def parse_signature(armoured: str) -> SshSignature:
    """Take an armoured signature apart. Raises UnreadableError."""
    lines = armoured.strip().splitlines()
    if len(armoured) > _MOST or len(lines) < 3 or (lines[0], lines[-1]) != (_BEGIN, _END):  # a body
        raise UnreadableError
    rest = _decoded("".join(lines[1:-1]))
    if rest[:6] != _MAGIC or rest[6:10] != _VERSION.to_bytes(4, "big"):
        raise UnreadableError
    key, namespace, _reserved, hash_name, signature = _strings(rest[10:], 5)
    algorithm, value = _strings(signature, 2)
    if hash_name not in _DIGESTS:
        raise UnreadableError
    return SshSignature(key, namespace.decode("utf-8", errors="replace"), hash_name, algorithm, value)


def key_blob(line: str) -> bytes:
    """Return the wire form of the key in a line of a ``.pub`` file. Raises UnreadableError when it cannot be used."""
    parts = line.split()
    if len(line) > _MOST or len(parts) < 2:  # type and key
        raise UnreadableError
    _public_key(parts[0], parts[1])
    return _decoded(parts[1])


def is_made_over(text: str, signature: SshSignature) -> bool:
    """Tell whether the signature's own key made it over this text. Raises UnreadableError for an unusable key."""
    kind = _strings(signature.key, 1, has_more=True)[0].decode("ascii", errors="replace")
    key = _loaded(signature.key, kind)
    message = _signed_message(text, signature)
    try:
        _verify(key, signature, message)
    except InvalidSignature:
        return False
    return True


def _signed_message(text: str, signature: SshSignature) -> bytes:
    """Return what is signed: not the text itself, but its hash beside what it was signed for."""
    digest = _DIGESTS[signature.hash_name](text.encode()).digest()
    parts = (signature.namespace.encode(), b"", signature.hash_name, digest)
    return _MAGIC + b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _verify(key: PublicKey, signature: SshSignature, message: bytes) -> None:
    algorithm = signature.algorithm
    if isinstance(key, ed25519.Ed25519PublicKey) and algorithm == b"ssh-ed25519":
        key.verify(signature.value, message)
    elif isinstance(key, rsa.RSAPublicKey) and algorithm in _RSA:
        key.verify(signature.value, message, padding.PKCS1v15(), _RSA[algorithm])
    elif isinstance(key, ec.EllipticCurvePublicKey) and algorithm.startswith(b"ecdsa-sha2-nistp"):
        r, s = (int.from_bytes(part, "big", signed=True) for part in _strings(signature.value, 2))
        if min(r, s) <= 0:
            raise InvalidSignature
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(_CURVES[key.curve.name]))
    else:
        raise UnreadableError


def _loaded(blob: bytes, kind: str) -> PublicKey:
    return _public_key(kind, b64encode(blob).decode())


def _public_key(kind: str, encoded: str) -> PublicKey:
    try:
        key = load_ssh_public_key(f"{kind} {encoded}".encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UnreadableError from error
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < _LEAST_RSA_BITS:
        raise UnreadableError
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name not in _CURVES:
        raise UnreadableError
    if not isinstance(key, ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        raise UnreadableError
    return key


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (Base64Error, ValueError) as error:
        raise UnreadableError from error


def _strings(data: bytes, count: int, *, has_more: bool = False) -> list[bytes]:
    """Return so many length-prefixed strings (RFC 4251, 5); nothing may stand behind them unless `has_more`."""
    found: list[bytes] = []
    for _ in range(count):
        length, rest = int.from_bytes(data[:4], "big"), data[4:]
        if len(data) < 4 or len(rest) < length:  # the length itself
            raise UnreadableError
        found.append(rest[:length])
        data = rest[length:]
    if data and not has_more:
        raise UnreadableError
    return found
