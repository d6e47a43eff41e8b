using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EventsAndPackages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DocumentTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UploadedById = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentTemplates_Attachments_FileId",
                        column: x => x.FileId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OrganiserId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Initials = table.Column<string>(type: "character varying(3720)", maxLength: 3720, nullable: false),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PolicyVersionId = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Seats = table.Column<int>(type: "integer", nullable: false),
                    PeoplePerFirm = table.Column<int>(type: "integer", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Fee = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FeeWords = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    FeeYuan = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    Audience = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Contact = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    IsDemo = table.Column<bool>(type: "boolean", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    Waiting = table.Column<int>(type: "integer", nullable: false),
                    LastTurn = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DraftedById = table.Column<long>(type: "bigint", nullable: false),
                    ChangedById = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubmittedById = table.Column<long>(type: "bigint", nullable: true),
                    SentBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentBackById = table.Column<long>(type: "bigint", nullable: true),
                    SentBackReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedById = table.Column<long>(type: "bigint", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MovedById = table.Column<long>(type: "bigint", nullable: true),
                    MovedReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    WasAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WasPlace = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CalledOffAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CalledOffById = table.Column<long>(type: "bigint", nullable: true),
                    CalledOffReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_CalledOffById",
                        column: x => x.CalledOffById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_ChangedById",
                        column: x => x.ChangedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_DraftedById",
                        column: x => x.DraftedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_MovedById",
                        column: x => x.MovedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_SentBackById",
                        column: x => x.SentBackById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Accounts_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Organisations_OrganiserId",
                        column: x => x.OrganiserId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_PolicyVersions_PolicyVersionId",
                        column: x => x.PolicyVersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PackageChoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    ClauseId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Word = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeById = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageChoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackageChoices_Accounts_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageChoices_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PackageChoices_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PackageVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IssuedById = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TemplateNumber = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HandOverDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HandedOverOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    HandedOverById = table.Column<long>(type: "bigint", nullable: true),
                    HandedTo = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AcknowledgedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AcknowledgedById = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IsRecorded = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackageVersions_Accounts_AcknowledgedById",
                        column: x => x.AcknowledgedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageVersions_Accounts_HandedOverById",
                        column: x => x.HandedOverById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageVersions_Accounts_IssuedById",
                        column: x => x.IssuedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageVersions_Attachments_FileId",
                        column: x => x.FileId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PackageVersions_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentTemplateUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    TemplateId = table.Column<long>(type: "bigint", nullable: true),
                    BeforeId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTemplateUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentTemplateUses_DocumentTemplates_BeforeId",
                        column: x => x.BeforeId,
                        principalTable: "DocumentTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentTemplateUses_DocumentTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "DocumentTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Seats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EventId = table.Column<long>(type: "bigint", nullable: false),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    Names = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Contact = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ContactNumber = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    SignedUpAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SignedUpById = table.Column<long>(type: "bigint", nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: true),
                    AdmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledById = table.Column<long>(type: "bigint", nullable: true),
                    Came = table.Column<int>(type: "integer", nullable: true),
                    CameNotedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CameNotedById = table.Column<long>(type: "bigint", nullable: true),
                    CameNotedForOrganiser = table.Column<bool>(type: "boolean", nullable: false),
                    Rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RatingReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    RatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FollowedUpAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FollowedUpById = table.Column<long>(type: "bigint", nullable: true),
                    FollowUp = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Seats_Accounts_CameNotedById",
                        column: x => x.CameNotedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Seats_Accounts_CancelledById",
                        column: x => x.CancelledById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Seats_Accounts_FollowedUpById",
                        column: x => x.FollowedUpById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Seats_Accounts_SignedUpById",
                        column: x => x.SignedUpById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Seats_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Seats_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplates_FileId",
                table: "DocumentTemplates",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplates_Kind_Number",
                table: "DocumentTemplates",
                columns: new[] { "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplateUses_BeforeId",
                table: "DocumentTemplateUses",
                column: "BeforeId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplateUses_Kind_Order",
                table: "DocumentTemplateUses",
                columns: new[] { "Kind", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentTemplateUses_TemplateId",
                table: "DocumentTemplateUses",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_CalledOffById",
                table: "Events",
                column: "CalledOffById");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ChangedById",
                table: "Events",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_Events_DraftedById",
                table: "Events",
                column: "DraftedById");

            migrationBuilder.CreateIndex(
                name: "IX_Events_MovedById",
                table: "Events",
                column: "MovedById");

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrganiserId",
                table: "Events",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_PolicyVersionId",
                table: "Events",
                column: "PolicyVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_PublishedById",
                table: "Events",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_Events_SentBackById",
                table: "Events",
                column: "SentBackById");

            migrationBuilder.CreateIndex(
                name: "IX_Events_State_StartsAt",
                table: "Events",
                columns: new[] { "State", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_SubmittedById",
                table: "Events",
                column: "SubmittedById");

            migrationBuilder.CreateIndex(
                name: "IX_PackageChoices_ClauseId",
                table: "PackageChoices",
                column: "ClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_PackageChoices_EnterpriseId_ClauseId",
                table: "PackageChoices",
                columns: new[] { "EnterpriseId", "ClauseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PackageChoices_MadeById",
                table: "PackageChoices",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_PackageVersions_AcknowledgedById",
                table: "PackageVersions",
                column: "AcknowledgedById");

            migrationBuilder.CreateIndex(
                name: "IX_PackageVersions_EnterpriseId_Year_Number",
                table: "PackageVersions",
                columns: new[] { "EnterpriseId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PackageVersions_FileId",
                table: "PackageVersions",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_PackageVersions_HandedOverById",
                table: "PackageVersions",
                column: "HandedOverById");

            migrationBuilder.CreateIndex(
                name: "IX_PackageVersions_IssuedById",
                table: "PackageVersions",
                column: "IssuedById");

            migrationBuilder.CreateIndex(
                name: "IX_PackageVersions_State_HandOverDueAt",
                table: "PackageVersions",
                columns: new[] { "State", "HandOverDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OneSeatAnEnterprise",
                table: "Seats",
                columns: new[] { "EventId", "EnterpriseId" },
                unique: true,
                filter: "\"State\" IN ('Taken', 'Waiting')");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_CameNotedById",
                table: "Seats",
                column: "CameNotedById");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_CancelledById",
                table: "Seats",
                column: "CancelledById");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_EnterpriseId",
                table: "Seats",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_EventId_State_Turn",
                table: "Seats",
                columns: new[] { "EventId", "State", "Turn" });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_FollowedUpById",
                table: "Seats",
                column: "FollowedUpById");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_SignedUpById",
                table: "Seats",
                column: "SignedUpById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentTemplateUses");

            migrationBuilder.DropTable(
                name: "PackageChoices");

            migrationBuilder.DropTable(
                name: "PackageVersions");

            migrationBuilder.DropTable(
                name: "Seats");

            migrationBuilder.DropTable(
                name: "DocumentTemplates");

            migrationBuilder.DropTable(
                name: "Events");
        }
    }
}
