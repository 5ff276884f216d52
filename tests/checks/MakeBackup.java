// Writes encrypted Android backups with Java's own cryptography, as Android's own code does it
// (AOSP PasswordUtils.makeKeyChecksum, FullBackupEngine.emitAesBackupHeader), so that core's reader is held
// against something that is not ours. The results are in tests/fixtures/backup.
//
//     java tests/checks/MakeBackup.java tests/fixtures/keys/one.certificate.der tests/fixtures/backup

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

class MakeBackup {
    static final int ROUNDS = 10000;
    static final String PASSWORD = "Gr\u00fc\u00dfe aus \u0141\u00f3d\u017a";

    public static void main(String[] arguments) throws Exception {
        byte[] certificate = Files.readAllBytes(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        Files.write(folder.resolve("java-version-1.ab"), backup(1, certificate));
        Files.write(folder.resolve("java-version-5.ab"), backup(5, certificate));
    }

    static byte[] backup(int version, byte[] certificate) throws Exception {
        // Fixed, so that the files are the same each time. Half of the key's bytes have the highest bit.
        byte[] userSalt = pattern(64, 3), checksumSalt = pattern(64, 5), userIv = pattern(16, 7);
        byte[] masterKey = pattern(32, 9), masterIv = pattern(16, 11);
        SecretKey userKey = pbkdf2(PASSWORD.toCharArray(), userSalt);
        byte[] checksum = checksum(version, masterKey, checksumSalt);

        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        for (byte[] part : new byte[][] {masterIv, masterKey, checksum}) {
            blob.write(part.length);
            blob.write(part);
        }
        byte[] locked = aes(userKey.getEncoded(), userIv, blob.toByteArray());
        HexFormat hex = HexFormat.of().withUpperCase();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String header = "ANDROID BACKUP\n" + version + "\n1\nAES-256\n"
                + hex.formatHex(userSalt) + "\n" + hex.formatHex(checksumSalt) + "\n" + ROUNDS + "\n"
                + hex.formatHex(userIv) + "\n" + hex.formatHex(locked) + "\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(tar(certificate));
        }
        out.write(aes(masterKey, masterIv, deflated.toByteArray()));
        return out.toByteArray();
    }

    /** AOSP: each byte becomes a character, with its sign; version 1 took the low bytes of those. */
    static byte[] checksum(int version, byte[] key, byte[] salt) throws Exception {
        char[] characters = new char[key.length];
        for (int i = 0; i < key.length; i++) {
            characters[i] = (char) key[i];
        }
        if (version == 1) {
            // PBKDF2withHmacSHA1And8BIT, which Java has not: one block of HMAC after the other.
            return pbkdf2Bytes(key, salt);
        }
        return pbkdf2(characters, salt).getEncoded();
    }

    static SecretKey pbkdf2(char[] password, byte[] salt) throws Exception {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(password, salt, ROUNDS, 256));
    }

    static byte[] pbkdf2Bytes(byte[] password, byte[] salt) throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(password, "HmacSHA1"));
        byte[] key = new byte[40];
        for (int block = 1; block <= 2; block++) {
            mac.update(salt);
            byte[] u = mac.doFinal(new byte[] {0, 0, 0, (byte) block});
            byte[] sum = u.clone();
            for (int round = 1; round < ROUNDS; round++) {
                u = mac.doFinal(u);
                for (int i = 0; i < u.length; i++) {
                    sum[i] ^= u[i];
                }
            }
            System.arraycopy(sum, 0, key, (block - 1) * 20, 20);
        }
        return Arrays.copyOf(key, 32);
    }

    static byte[] aes(byte[] key, byte[] iv, byte[] plain) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(plain);
    }

    static byte[] pattern(int length, int step) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 37 * step + step);
        }
        return bytes;
    }

    static byte[] tar(byte[] certificate) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String manifest = "1\ncom.example.java\n7\n34\ncom.android.vending\n0\n1\n"
                + HexFormat.of().formatHex(certificate) + "\n";
        entry(out, "apps/com.example.java/_manifest", manifest.getBytes(StandardCharsets.US_ASCII));
        entry(out, "apps/com.example.java/f/private.txt", pattern(40000, 13));
        out.write(new byte[1024]);
        return out.toByteArray();
    }

    static void entry(ByteArrayOutputStream out, String name, byte[] content) throws Exception {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "000600 ");
        put(header, 108, "000000 ");
        put(header, 116, "000000 ");
        put(header, 124, String.format("%011o ", content.length));
        put(header, 136, String.format("%011o ", 0));
        put(header, 148, "        ");
        header[156] = '0';
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        header[155] = ' ';
        out.write(header);
        out.write(content);
        out.write(new byte[(512 - content.length % 512) % 512]);
    }

    static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
